package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.ValidationFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is left behind, and what is said about it, when code of the user ends in ways that nobody expects. */
abstract class FailureContractTests extends ContractTests {

    interface Body {

        void run(MigrationContext context) throws Exception;
    }

    /** Version 2, by code. */
    static JavaMigration migration(boolean transactional, Body body) {
        return new JavaMigration() {
            @Override
            public MigrationVersion getVersion() {
                return MigrationVersion.of("2");
            }

            @Override
            public String getDescription() {
                return "by code";
            }

            @Override
            public boolean canExecuteInTransaction() {
                return transactional;
            }

            @Override
            public void migrate(MigrationContext context) throws Exception {
                body.run(context);
            }
        };
    }

    HikariDataSource poolOfOne() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5000);
        return new HikariDataSource(config);
    }

    /** The next user of a pool of one must not find a transaction of the run on its connection. */
    void assertCleanConnection(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            connection.createStatement().executeUpdate("insert into thing values (77)");
        }
        assertThat(database.strings("select id from thing where id = 77")).hasSize(1);
    }

    void tableThing() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
    }

    @Test
    void anErrorOfAJavaMigrationFailsItLikeAnException() {
        tableThing();
        RecordingCallback callback = new RecordingCallback();
        JavaMigration failing = migration(true, context -> {
            context.getJdbcClient().sql("create table half (id int)").update();
            throw new NoClassDefFoundError("com/example/Gone");
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(failing)
                        .callbacks(callback)
                        .load()
                        .migrate())
                .withMessageContaining("com/example/Gone")
                .withCauseInstanceOf(NoClassDefFoundError.class)
                .satisfies(ex -> assertThat(ex.rolledBack()).isEqualTo(transactionalDdl()));
        assertThat(callback.fired()).endsWith("afterEachMigrateError afterMigrateError");
        assertThat(history()).hasSize(transactionalDdl() ? 1 : 2);
    }

    @Test
    void anErrorOfACallbackNamesTheCallback() {
        script("V1__one.sql", "create table thing (id int);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate())
                .withMessageContaining("com/example/Gone")
                .withMessageContaining("beforeEachMigrate");
        assertThat(callback.fired()).endsWith("afterEachMigrateError afterMigrateError");
    }

    @Test
    void anErrorOfAnErrorCallbackNeverReplacesTheCause() {
        script("V1__one.sql", "insert into nothing values (1);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_MIGRATE_ERROR) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate())
                .satisfies(ex -> assertThat(ex.getSuppressed()).hasSize(1));
    }

    @Test
    void theConnectionIsGivenBackWhenACallbackCannotEvenBeAsked() {
        script("V1__one.sql", "create table thing (id int);");
        Callback broken = new Callback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                throw new NoClassDefFoundError("com/example/Gone");
            }

            @Override
            public void handle(Event event, CallbackContext context) {}
        };
        try (HikariDataSource pool = poolOfOne()) {
            assertThatExceptionOfType(NoClassDefFoundError.class)
                    .isThrownBy(() ->
                            engine().dataSource(pool).callbacks(broken).load().migrate());

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        }
    }

    @Test
    void aJavaMigrationThatLeavesItsOwnTransactionOpenFails() throws SQLException {
        tableThing();
        JavaMigration forgetful = migration(false, context -> {
            context.getConnection().setAutoCommit(false);
            context.getJdbcClient().sql("insert into thing values (2)").update();
        });

        try (HikariDataSource pool = poolOfOne()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(pool)
                            .javaMigrations(forgetful)
                            .load()
                            .migrate())
                    .withMessageContaining("transaction open")
                    .satisfies(ex -> assertThat(ex.rolledBack()).isFalse());
            assertCleanConnection(pool);
        }
        assertThat(history()).last().asString().endsWith("failed");
        assertThat(database.strings("select id from thing where id = 2")).isEmpty();
    }

    @Test
    void aJavaMigrationThatLeavesTheTransactionOfTheRunIsNotSaidToBeRolledBack() {
        tableThing();
        JavaMigration switching = migration(true, context -> {
            context.getConnection().setAutoCommit(true);
            context.getJdbcClient().sql("insert into thing values (2)").update();
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(switching).load().migrate())
                .withMessageContaining("autocommit")
                .satisfies(ex -> assertThat(ex.rolledBack()).isFalse());
        assertThat(history()).last().asString().endsWith("failed");
    }

    @Test
    void aScriptThatBeginsATransactionAndDoesNotEndItFails() throws SQLException {
        tableThing();
        script("V2__open.sql", "begin;\ninsert into thing values (2);");

        try (HikariDataSource pool = poolOfOne()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(pool).load().migrate())
                    .withMessageContaining("transaction open");
            assertCleanConnection(pool);
        }
        assertThat(history()).last().asString().endsWith("failed");
        assertThat(database.strings("select id from thing where id = 2")).isEmpty();
    }

    @Test
    void aCallbackThatBeginsATransactionAndDoesNotEndItFails() throws SQLException {
        tableThing();
        script("afterMigrate.sql", "begin;\ninsert into thing values (2);");

        try (HikariDataSource pool = poolOfOne()) {
            assertThatExceptionOfType(CallbackFailedException.class)
                    .isThrownBy(() -> engine().dataSource(pool).load().migrate())
                    .withMessageContaining("transaction open");
            assertCleanConnection(pool);
        }
        assertThat(database.strings("select id from thing where id = 2")).isEmpty();
    }

    @Test
    void aMigrationMayAskForItsClientAsOftenAsItLikes() {
        tableThing();
        List<Integer> registered = new ArrayList<>();
        JavaMigration asking = migration(true, context -> {
            for (int i = 0; i < 50; i++) {
                context.getJdbcClient()
                        .sql("insert into thing values (" + i + ")")
                        .update();
            }
            registered.add(
                    TransactionSynchronizationManager.getSynchronizations().size());
        });

        engine().javaMigrations(asking).load().migrate();

        assertThat(registered)
                .singleElement()
                .satisfies(number -> assertThat(number).isLessThan(5));
    }

    /** A callback that writes without a transaction and then fails. */
    private static Callback writesAndFails(Event where) {
        return new Callback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                return event == where;
            }

            @Override
            public boolean canHandleInTransaction(Event event, CallbackContext context) {
                return false;
            }

            @Override
            public void handle(Event event, CallbackContext context) {
                context.getJdbcClient().sql("insert into thing values (5)").update();
                throw new IllegalStateException("after the insert");
            }
        };
    }

    @Test
    void whatACallbackDidWithoutATransactionIsNotSaidToBeRolledBack() {
        tableThing();

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(writesAndFails(Event.BEFORE_MIGRATE))
                        .load()
                        .migrate())
                .withMessageContaining("stays")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("rolled back"));
        assertThat(count("thing")).isEqualTo(1);
    }

    @Test
    void whatACallbackDidInAMigrationWithoutTransactionIsNotSaidToBeRolledBack() {
        tableThing();
        JavaMigration migration = migration(
                false,
                context -> context.getJdbcClient()
                        .sql("insert into thing values (2)")
                        .update());

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(migration)
                        .callbacks(writesAndFails(Event.AFTER_EACH_MIGRATE))
                        .load()
                        .migrate())
                .withMessageContaining("stays")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("rolled back"));
        assertThat(count("thing")).isEqualTo(2);
        assertThat(history()).last().asString().endsWith("failed");
    }

    @Test
    void callbacksOfValidationAndOfItsFailureMeetTheConfiguredSchema() {
        script("V1__one.sql", "create table run_log (what varchar(100));");
        engineInSchema().load().migrate();
        script("V1__one.sql", "create table changed (id int);");
        script("beforeValidate.sql", "insert into run_log values ('begun');");
        script("afterMigrateError.sql", "insert into run_log values ('failed');");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engineInSchema().load().migrate());

        assertThat(database.strings("select what from " + inSchema("run_log"))).containsExactly("begun", "failed");
    }

    @Test
    void callbacksOfInfoMeetTheConfiguredSchema() {
        script("V1__one.sql", "create table run_log (what varchar(100));");
        engineInSchema().load().migrate();
        script("afterInfo.sql", "insert into run_log values ('asked');");

        engineInSchema().load().info();

        assertThat(database.strings("select what from " + inSchema("run_log"))).containsExactly("asked");
    }

    @Test
    void aVersionThatDoesNotFitIntoTheHistoryIsRefusedBeforeAnythingRan() {
        script("V1." + "1".repeat(60) + "__long.sql", "create table thing (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("50 characters");
        assertThat(database.tables()).noneMatch(table -> table.endsWith("thing"));
    }

    @Test
    void aLongDescriptionIsNotCutWithinACharacter() {
        script("R__" + "a".repeat(196) + "\uD83D\uDE00bcdef.sql", "select 1;");

        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
    }

    @Test
    void aGroupLeavesNothingWithoutItsRow() {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing values (1);");
        script("V2__two.sql", "insert into nothing values (1);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().group(true).load().migrate());
        boolean there = database.tables().stream().anyMatch(table -> table.endsWith("thing"));
        assertThat(history().stream().anyMatch(row -> row.contains("V1__one.sql ok")))
                .isEqualTo(there);
    }
}
