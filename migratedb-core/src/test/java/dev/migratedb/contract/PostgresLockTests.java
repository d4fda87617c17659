package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class PostgresLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    /** With the settings as they are, and with a pool that turns what is not committed into an open transaction. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIndexIsBuiltConcurrentlyWhileOthersWaitForTheLock(boolean autoCommit) throws Exception {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing select generate_series(1, 50000);");
        script("V2__index.sql", "create index concurrently thing_id on thing (id);");
        List<Future<MigrateResult>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(threads.submit(() -> MigrateDb.configure()
                    .dataSource(pool(autoCommit))
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate()));
        }

        int executed = 0;
        for (Future<MigrateResult> run : runs) {
            executed += run.get(60, TimeUnit.SECONDS).migrationsExecuted();
        }
        assertThat(executed).isEqualTo(2);
        assertThat(database.strings("select indexrelid::regclass::text from pg_index where not indisvalid"))
                .isEmpty();
        assertThat(database.strings("select deadlocks from pg_stat_database where datname = current_database()"))
                .containsExactly("0");
    }

    private DataSource pool(boolean autoCommit) {
        return new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(autoCommit);
                return connection;
            }
        };
    }

    @Test
    void theLockIsNeverHeldInATransaction() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> holder =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        threads.submit(() -> engine().javaMigrations(new Stop()).load().migrate());

        await().until(() -> !database.strings(
                        "select pid from pg_stat_activity where query like '%pg_try_advisory_lock%' and state = 'idle'"
                                + " and pid <> pg_backend_pid() and datname = current_database()")
                .isEmpty());
        assertThat(database.strings("select pid from pg_stat_activity where query like '%pg_try_advisory_lock%'"
                        + " and state = 'idle in transaction' and datname = current_database()"))
                .isEmpty();
        stop.goOn.countDown();
        holder.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aWaiterTellsWhichStatementTheHolderRunsWithoutItsSecrets() throws Exception {
        script("V1__one.sql", "select pg_sleep(600), '${password}';");
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> holder = threads.submit(() ->
                    engine().placeholders(Map.of("password", "s3cr3t")).load().migrate());
            await().until(() -> !backends("query like 'select pg_sleep%'").isEmpty());
            Future<MigrateResult> waiter = threads.submit(() ->
                    engine().placeholders(Map.of("password", "s3cr3t")).load().migrate());

            await().until(
                            () -> lines.all().stream()
                                    .anyMatch(
                                            line -> line.matches(
                                                    "Waiting for another run, .+ process \\d+ \\(user postgres, application"
                                                            + " .+, host .+, connected since .+, runs since \\d+ s: select pg_sleep\\(600\\), '\\*{3}'\\)")));
            assertThat(lines.all()).noneMatch(line -> line.contains("s3cr3t"));
            waiter.cancel(true);
            terminate("query like 'select pg_sleep%'");
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> holder.get(60, TimeUnit.SECONDS));
        }
    }

    /** The lock and the transaction are those of one connection: who loses the one loses the other. */
    @Test
    void aRunWhoseConnectionDiesCommitsNothingBesideTheOneThatTakesOver() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Stop passing = new Stop();
        passing.goOn.countDown();
        Future<MigrateResult> first =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> second =
                    threads.submit(() -> engine().javaMigrations(passing).load().migrate());
            await().until(() -> lines.all().stream().anyMatch(line -> line.startsWith("Waiting for another run")));

            terminate("pid in (select pid from pg_locks where locktype = 'advisory')");

            assertThat(second.get(60, TimeUnit.SECONDS).migrationsExecuted()).isOne();
        }
        stop.goOn.countDown();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> first.get(60, TimeUnit.SECONDS));
        assertThat(count("thing")).isOne();
        assertThat(history()).hasSize(2).allMatch(row -> row.endsWith(" ok"));
    }

    private List<String> backends(String condition) {
        return database.strings("select pid from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and " + condition);
    }

    private void terminate(String condition) {
        database.strings("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and " + condition);
    }
}
