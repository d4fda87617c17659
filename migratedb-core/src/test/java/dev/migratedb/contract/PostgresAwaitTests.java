package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.InfoResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresAwaitTests extends AwaitContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    /** Each error of a statement rolls its transaction back, which the server counts when the session ends. */
    private long errors() {
        return database.jdbc()
                .sql("select xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private void awaitErrors(long expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> errors() == expected);
    }

    private long sessionsOf(String application) {
        return database.jdbc()
                .sql("select count(*) from pg_stat_activity where application_name = ?")
                .param(application)
                .query(Long.class)
                .single();
    }

    @Test
    void noLookIsAnErrorForTheServer() {
        script("V1__one.sql", "create table thing (id int);");
        assertThat(errors()).isZero();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().awaitMigrations(Duration.ofMillis(200), SOON));
        // the look of info is one, which is counted after those before
        engine().load().info();

        awaitErrors(1);
    }

    @Test
    void aUserWhoMayOnlyReadCanWaitAndValidate() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        String role = "app_" + Long.toHexString(System.nanoTime());
        database.execute(
                "create role " + role + " login password 'secret'", "grant select on " + HISTORY + " to " + role);
        MigrateDb.Builder readOnly = engine().dataSource(database.url(), role, "secret");
        try {
            assertThat(readOnly.load().awaitMigrations(Duration.ZERO, SOON).pending())
                    .isEmpty();
            assertThat(readOnly.load().validate().problems()).isEmpty();

            script("V2__two.sql", "create table other (id int);");
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> readOnly.load().awaitMigrations(Duration.ZERO, SOON))
                    .withMessageContaining("1 migration is pending (2); no run holds the lock");
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void aConnectionThatIsLostIsMadeAgain() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        try (LogLines lines = new LogLines()) {
            Future<InfoResult> waiter = waiting(engine().dataSource(
                            database.url() + "?ApplicationName=waiter", database.user(), database.password()));
            awaitLine(lines, waiter, line -> line.contains("1 migration is pending"));
            assertThat(sessionsOf("waiter")).isEqualTo(1);

            database.strings(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waiter'");
            awaitLine(lines, waiter, line -> line.contains("the connection to the database was lost"));
            engine().load().migrate();

            assertThat(waiter.get(60, TimeUnit.SECONDS).pending()).isEmpty();
            assertThat(lines.all())
                    .filteredOn(line -> line.startsWith("Database: "))
                    .hasSize(2);
        }
    }
}
