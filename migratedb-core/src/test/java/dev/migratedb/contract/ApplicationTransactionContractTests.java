package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.testsupport.FreshDatabase;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Java migrations in transactions of the application: the work and its row in the history are one. */
abstract class ApplicationTransactionContractTests extends ContractTests {

    private final Work insert = context -> application().update("insert into t (id) values (1)");

    @Test
    void commitsAMigrationTogetherWithItsRow() {
        script("V1__t.sql", "create table t (id int);");
        engine(new Version2(insert)).migrate();

        assertThat(count("t")).isOne();
        assertThat(history())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2 2 Fill t JDBC")
                .endsWith("ok");
    }

    @Test
    void worksOnTheConnectionOfThatTransaction() {
        script("V1__t.sql", "create table t (id int);");
        engine(new Version2(context -> {
                    application().update("insert into t (id) values (1)");
                    assertThat(context.getJdbcClient()
                                    .sql("select count(*) from t")
                                    .query(Integer.class)
                                    .single())
                            .isOne();
                    assertThat(context.getConnection().getAutoCommit()).isFalse();
                }))
                .migrate();

        assertThat(history()).hasSize(2);
    }

    @Test
    void leavesNeitherWorkNorRowWhereTheMigrationThrows() {
        script("V1__t.sql", "create table t (id int);");
        MigrateDb failing = engine(new Version2(context -> {
            insert.run(context);
            throw new IllegalStateException("not today");
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(failing::migrate)
                .withMessageContaining("not today")
                .matches(MigrationFailedException::rolledBack);
        assertThat(count("t")).isZero();
        assertThat(history()).hasSize(1);

        engine(new Version2(insert)).migrate();
        assertThat(count("t")).isOne();
    }

    @Test
    void leavesNeitherWorkNorRowWhereTheCommitBecomesARollback() {
        script("V1__t.sql", "create table t (id int);");
        TransactionTemplate required = new TransactionTemplate(manager());
        MigrateDb failing = engine(new Version2(context -> required.executeWithoutResult(status -> {
            application().update("insert into t (id) values (1)");
            status.setRollbackOnly();
        })));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(failing::migrate)
                .withMessageContaining("rollback-only");
        assertThat(count("t")).isZero();
        assertThat(history()).noneMatch(row -> row.endsWith("ok") && row.contains("Fill t"));
    }

    /** As when the session that held the lock has died, and another process has taken over meanwhile. */
    @Test
    void leavesTheWorkOfOnlyOneOfTwoThatRunItAtOnce() {
        script("V1__t.sql", "create table t (id int);");
        MigrateDb other = engine().javaMigrations(new Version2(insert))
                .applicationTransactions(manager(), database.dataSource())
                .lockStrategy(Strategy.NONE)
                .load();
        MigrateDb first = engine().javaMigrations(new Version2(context -> {
                    CompletableFuture.runAsync(other::migrate).join();
                    insert.run(context);
                }))
                .applicationTransactions(manager(), database.dataSource())
                .lockStrategy(Strategy.NONE)
                .load();

        assertThatExceptionOfType(MigrateDbException.class).isThrownBy(first::migrate);
        assertThat(count("t")).isOne();
        assertThat(history())
                .filteredOn(row -> row.contains("Fill t"))
                .singleElement()
                .asString()
                .endsWith("ok");
    }

    @Test
    void letsAMigrationWithoutATransactionBeginItsOwn() {
        script("V1__t.sql", "create table t (id int);");
        TransactionTemplate own = new TransactionTemplate(manager());
        engine(
                        new Version2(context -> own.executeWithoutResult(status -> {
                            assertThat(status.isNewTransaction()).isTrue();
                            application().update("insert into t (id) values (1)");
                        })) {
                            @Override
                            public boolean canExecuteInTransaction() {
                                return false;
                            }
                        })
                .migrate();

        assertThat(count("t")).isOne();
        assertThat(history()).hasSize(2);
    }

    @Test
    void joinsWhatTheCodeOfAMigrationDoesInTransactions() {
        script("V1__t.sql", "create table t (id int);");
        TransactionTemplate required = new TransactionTemplate(manager());
        MigrateDb failing = engine(new Version2(context -> {
            required.executeWithoutResult(status -> {
                assertThat(status.isNewTransaction()).isFalse();
                application().update("insert into t (id) values (1)");
            });
            throw new IllegalStateException("not today");
        }));

        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(failing::migrate);
        assertThat(count("t")).isZero();
    }

    @Test
    void refusesTransactionsOnAnotherDatabase() {
        script("V1__t.sql", "create table t (id int);");
        try (FreshDatabase other = server().freshDatabase()) {
            MigrateDb engine = engine().javaMigrations(new Version2(insert))
                    .applicationTransactions(
                            new DataSourceTransactionManager(other.dataSource()), database.dataSource())
                    .load();

            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(engine::migrate)
                    .withMessageContaining("none on the DataSource of the migrations");
            assertThat(history()).hasSize(1);
        }
    }

    private JdbcTemplate application() {
        return new JdbcTemplate(database.dataSource());
    }

    private DataSourceTransactionManager manager() {
        return new DataSourceTransactionManager(database.dataSource());
    }

    private MigrateDb engine(JavaMigration migration) {
        return engine().javaMigrations(migration)
                .applicationTransactions(manager(), database.dataSource())
                .load();
    }

    /** What a migration does. */
    @FunctionalInterface
    private interface Work {
        void run(MigrationContext context) throws Exception;
    }

    private static class Version2 implements JavaMigration {

        private final Work work;

        Version2(Work work) {
            this.work = work;
        }

        @Override
        public @Nullable MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "Fill t";
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            work.run(context);
        }
    }
}
