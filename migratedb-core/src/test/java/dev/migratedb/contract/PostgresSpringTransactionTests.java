package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.Event;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever uses Spring's transactions on the data source of the run takes part in the migration's. */
class PostgresSpringTransactionTests extends ContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    private interface Body {

        void run(MigrationContext context) throws Exception;
    }

    private static JavaMigration migration(Body body) {
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
            public void migrate(MigrationContext context) throws Exception {
                body.run(context);
            }
        };
    }

    private void insert(int id) {
        JdbcClient.create(database.dataSource())
                .sql("insert into thing values (?)")
                .param(id)
                .update();
    }

    private TransactionTemplate transactional(int propagation) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        template.setPropagationBehavior(propagation);
        return template;
    }

    @Test
    void aTransactionalMethodJoinsAndIsRolledBackWithTheMigration() {
        script("V1__one.sql", "create table thing (id int);");
        JavaMigration failing = migration(context -> {
            transactional(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> insert(1));
            transactional(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(status -> insert(2));
            throw new IllegalStateException("after the inserts");
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(failing).load().migrate());
        // only what asked for a transaction of its own stays
        assertThat(database.strings("select id from thing")).containsExactly("2");
        assertThat(history()).hasSize(1);
    }

    @Test
    void anInnerFailureThatWasCaughtFailsTheMigrationWithAnExplanation() {
        script("V1__one.sql", "create table thing (id int);");
        JavaMigration swallowing = migration(context -> {
            try {
                transactional(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
                    insert(1);
                    throw new IllegalStateException("inner");
                });
            } catch (IllegalStateException ex) {
                assertThat(ex).hasMessage("inner");
            }
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(swallowing).load().migrate())
                .withMessageContaining("its exception was caught");
        assertThat(count("thing")).isZero();
    }

    @Test
    void aSwallowedSqlErrorFailsTheCallbackInsteadOfLosingItsWork() {
        script("V1__one.sql", "create table thing (id int);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_MIGRATE) {
                insert(1);
                try {
                    context.getJdbcClient()
                            .sql("select 1/0")
                            .query(Integer.class)
                            .single();
                } catch (org.springframework.dao.DataAccessException ex) {
                    assertThat(ex).hasMessageContaining("division by zero");
                }
            }
        });

        assertThatExceptionOfType(dev.migratedb.callback.CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate())
                .withMessageContaining("savepoint");
    }

    @Test
    void aTransactionOfTheCallerIsLeftAlone() {
        script("V1__one.sql", "create table thing (id int);");
        database.execute("create table caller (id int)");
        TransactionTemplate outer = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        JdbcClient client = JdbcClient.create(database.dataSource());

        outer.executeWithoutResult(status -> {
            client.sql("insert into caller values (1)").update();
            engine().baselineOnMigrate(true).baselineVersion("0").load().migrate();
            status.setRollbackOnly();
        });

        assertThat(count("caller")).isZero();
        assertThat(history()).hasSize(2);
    }

    @Test
    void anEngineMayRunInACallbackOfAnother() {
        script("V1__one.sql", "create table thing (id int);");
        script("inner/V1__inner.sql", "create table inner_thing (id int);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_MIGRATE) {
                engine().locations("filesystem:" + folder + "/inner")
                        .table("inner_state")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
                insert(5);
            }
        });
        java.nio.file.Path outer = folder.resolve("outer");
        script("outer/V1__one.sql", "create table thing (id int);");

        engine().locations("filesystem:" + outer).callbacks(callback).load().migrate();

        assertThat(count("inner_thing")).isZero();
        assertThat(count("thing")).isEqualTo(1);
    }

    @Test
    void aJoinedDataSourceGetsTheConnectionOfTheRun() {
        script("V1__one.sql", "create table thing (id int);");
        var other = new org.springframework.jdbc.datasource.DriverManagerDataSource(
                database.url(), database.user(), database.password());
        JavaMigration failing = migration(context -> {
            insert(1);
            throw new IllegalStateException("after the insert");
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().dataSource(other)
                        .joinedDataSources(database.dataSource())
                        .javaMigrations(failing)
                        .load()
                        .migrate());
        assertThat(count("thing")).isZero();
    }
}
