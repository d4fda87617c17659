package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class PostgresLeaseTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().lockStrategy(Strategy.LEASE);
    }

    /** The moment between the row of the history and its commit, in which a process may be paused as well. */
    @Test
    void nobodyTakesTheLeaseOverFromACommitThatTakesItsTime() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        database.execute("create function hold() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(99); return null; end'");
        database.execute("create constraint trigger hold after insert on migratedb_state deferrable initially deferred"
                + " for each row execute function hold()");
        script("V2__two.sql", "insert into thing values (2);");
        Future<MigrateResult> holder;
        Future<MigrateResult> waiter;
        try (Connection blocker = database.dataSource().getConnection();
                Statement statement = blocker.createStatement()) {
            statement.execute("select pg_advisory_lock(99)");
            holder = threads.submit(() -> engine().dataSource(new OneConnection(database.dataSource()))
                    .lockLeaseDuration(Duration.ofSeconds(1))
                    .load()
                    .migrate());
            awaitBlocked("commit", "advisory");

            waiter = threads.submit(() ->
                    engine().lockLeaseDuration(Duration.ofSeconds(1)).load().migrate());
            awaitBlocked("UPDATE%migratedb_state_lock%", "transactionid");
        }

        assertThat(holder.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
        assertThat(waiter.get(60, TimeUnit.SECONDS).migrationsExecuted()).isZero();
        assertThat(database.strings("select id from thing")).containsExactly("2");
    }

    private void awaitBlocked(String query, String event) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !database.strings("select pid from pg_stat_activity where datname = current_database()"
                                + " and query ilike '" + query + "' and wait_event = '" + event + "'")
                        .isEmpty());
    }

    /** Has no second connection, so that no sign of life is given. */
    private static final class OneConnection extends DelegatingDataSource {

        private final AtomicBoolean given = new AtomicBoolean();

        OneConnection(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (given.getAndSet(true)) {
                throw new SQLTransientConnectionException("There is one connection only");
            }
            return super.getConnection();
        }
    }
}
