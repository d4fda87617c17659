package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresLockTimeoutTests extends LockTimeoutContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String session(Connection connection) throws SQLException {
        return text(connection, "select pg_backend_pid()");
    }

    @Override
    String limitOf(Connection connection) throws SQLException {
        return text(connection, "show lock_timeout");
    }

    @Override
    String setting() {
        return "set time zone 'UTC'";
    }

    @Override
    String waitingForLonger(int seconds) {
        return "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                + " and query_start < clock_timestamp() - interval '" + seconds + " s'";
    }

    private long limitsSent() {
        StatementCounter counter = StatementCounter.around(database.dataSource());
        engine().dataSource(counter.dataSource()).load().migrate();
        return counter.counts().statementsWith("lock_timeout");
    }

    @Test
    void theLimitIsSentOnceHoweverManyMigrationsThereAre() {
        for (int i = 2; i < 12; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);\ninsert into t" + i + " values (1);");
        }

        assertThat(limitsSent()).isEqualTo(1);
    }

    @Test
    void theLimitChangesOnlyWhereStatementsOfRowsBeginAndEnd() {
        for (int i = 2; i < 6; i++) {
            script("V" + i + "__rows.sql", "insert into thing (id) values (2);\nupdate thing set id = 3;");
        }
        script("V6__t.sql", "create table t6 (id int);");

        assertThat(limitsSent()).isEqualTo(3);
    }

    @Test
    void nothingIsSentForRowsAlone() {
        script("V1__column.sql", "insert into thing (id) values (2);");

        assertThat(limitsSent()).isZero();
    }

    @Test
    void theLimitStaysWhereAScriptSetsOtherThings() {
        for (int i = 2; i < 6; i++) {
            script("V" + i + "__t.sql", "set search_path = public;\ncreate table t" + i + " (id int);");
        }

        assertThat(limitsSent()).isEqualTo(1);
    }

    @Test
    void anIndexThatIsBuiltConcurrentlyWaitsAsLongAsItTakes() throws Exception {
        script("V2__index.sql", "create index concurrently thing_id on thing (id);");
        engine().target("1").load().migrate();
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = new Holder("update thing set id = 2")) {
            run = threads.submit(() -> engine().load().migrate());
            awaitWaitOfMoreThan(2);
            assertThat(retriesIn(lines)).isEmpty();
            holder.close();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
        assertThat(database.strings("select indexrelid::regclass::text from pg_index where not indisvalid"))
                .isEmpty();
    }

    @Test
    void rowsHaveTheLimitToWhileTheTransactionHoldsALockOfATable() throws Exception {
        database.execute("create table other (id int)", "insert into other values (1)");
        script(
                "V1__column.sql",
                "alter table thing add column name text;\n"
                        + "update other set id = 3;\nupdate other set id = 3;\nupdate other set id = 3;");
        try (Holder holder = new Holder("update other set id = 2")) {
            long begin = System.nanoTime();
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().ddlLockRetries(0).load().migrate())
                    .withMessageContaining("'migratedb.ddl-lock-timeout'")
                    .withMessageContaining("V1__column.sql:2:1");
            // sent again one by one, they would have waited twice
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT.multipliedBy(2));
            assertThat(holder.session).isNotEmpty();
        }
    }

    @Test
    void aLimitThatTheScriptSetsItselfWins() throws Exception {
        script("V1__column.sql", "set lock_timeout = '200ms';\nalter table thing add column name text;");
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().load().migrate())
                    .withMessageContaining("SQLState 55P03")
                    .withMessageNotContaining("'migratedb.ddl-lock-timeout'");
            assertThat(retriesIn(lines)).isEmpty();
            assertThat(holder.session).isNotEmpty();
        }
    }

    @Test
    void theLimitIsBackAfterAScriptThatSetItsOwn() {
        script("V1__column.sql", "set local lock_timeout = 0;\nalter table thing add column name text;");
        script("V2__asks.sql", "create table limits as select current_setting('lock_timeout') as value;");
        script("V3__sets.sql", "set lock_timeout = '7s';\ncreate table t3 (id int);");
        script("V4__asks.sql", "create table limits4 as select current_setting('lock_timeout') as value;");

        engine().load().migrate();

        assertThat(database.strings("select value from limits union all select value from limits4"))
                .isEqualTo(List.of("1s", "1s"));
    }

    @Test
    void anOrdinaryStatementOfAScriptWithoutTransactionIsTriedAgain() throws Exception {
        script("V1__column.sql", """
                -- migratedb: executeInTransaction=false
                alter table thing add column name varchar(10);
                create index concurrently thing_name on thing (name);
                """);
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            Future<MigrateResult> run = threads.submit(() -> engine().load().migrate());
            awaitRetries(3, lines);
            holder.close();
            assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
        }
    }

    @Test
    void aStatementThatDoesNotWantToWaitIsNotTriedAgain() throws Exception {
        script("V1__column.sql", "lock table thing in access exclusive mode nowait;");
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().load().migrate())
                    .withMessageNotContaining("'migratedb.ddl-lock-timeout'");
            assertThat(retriesIn(lines)).isEmpty();
            assertThat(holder.session).isNotEmpty();
        }
    }

    @Test
    void aGroupIsTriedAgainAsAWhole() throws Exception {
        script("V0_1__first.sql", "create table first (id int);\ninsert into first values (1);");
        RecordingCallback callback = new RecordingCallback();
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            run = threads.submit(
                    () -> engine().group(true).callbacks(callback).load().migrate());
            awaitRetries(1, lines);
            assertThat(database.tables()).doesNotContain("first");
            holder.close();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
        assertThat(count("first")).isEqualTo(1);
        assertThat(history()).hasSize(3);
    }

    @Test
    void codeWaitsForRowsAsLongAsItTakes() throws Exception {
        engine().load().migrate();
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = new Holder("update thing set id = 2")) {
            run = threads.submit(
                    () -> engine().javaMigrations(new V2__Rows()).load().migrate());
            awaitWaitOfMoreThan(2);
            assertThat(retriesIn(lines)).isEmpty();
            holder.close();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
    }

    static final class V2__Rows extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql("update thing set id = 3").update();
        }
    }

    @Test
    void eventsOfTheMigrationFireWithEachTryAndThoseOfTheErrorInTheEnd() throws Exception {
        RecordingCallback callback = new RecordingCallback();
        try (Holder holder = reader()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().ddlLockRetries(2)
                            .callbacks(callback)
                            .load()
                            .migrate())
                    .withMessageContaining(holder.session);
        }
        assertThat(callback.fired().split(" "))
                .filteredOn(event -> event.matches("(before|after)EachMigrate(Error)?"))
                .containsExactly(
                        "beforeEachMigrate", "beforeEachMigrate", "beforeEachMigrate", "afterEachMigrateError");
    }
}
