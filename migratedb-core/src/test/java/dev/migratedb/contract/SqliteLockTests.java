package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.callback.Event;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqliteLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    private static final String LOCK = "migratedb_state_lock";

    /** While it runs it is the only writer, and what it writes at its end renews the lease. */
    @Test
    void aMigrationThatTakesLongerThanTheLeaseKeepsIt() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        script("V3__three.sql", "insert into thing values (3);");
        Stop stop = new Stop();
        Future<MigrateResult> first = threads.submit(() -> engine().lockLeaseDuration(Duration.ofSeconds(1))
                .javaMigrations(stop)
                .load()
                .migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.strings("select 1 from " + LOCK
                                        + " where heartbeat_at < strftime('%Y-%m-%d %H:%M:%f', 'now', '-1.5 seconds')")
                                .size()
                        == 1);

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().lockLeaseDuration(Duration.ofSeconds(1))
                        .javaMigrations(new Stop())
                        .lockWaitTimeout(Duration.ofMillis(1))
                        .load()
                        .migrate())
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT));
        stop.goOn.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(3);
    }

    @Test
    void theLeaseOfADeadRunIsTakenOverWhenItEnds() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);");
        database.execute("update " + LOCK + " set owner = 'process 1 on dead host',"
                + " heartbeat_at = strftime('%Y-%m-%d %H:%M:%f', 'now')");

        assertThat(engine().lockLeaseDuration(Duration.ofSeconds(1))
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isOne();
        assertThat(database.strings("select fencing from " + LOCK)).containsExactly("2");
    }

    @Test
    void aRunThatHasLostItsLeaseRunsNoFurtherMigration() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (2);");
        RecordingCallback robber = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_MIGRATE) {
                context.getJdbcClient()
                        .sql("update " + LOCK + " set owner = 'another run', fencing = fencing + 1")
                        .update();
            }
        });

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().callbacks(robber).load().migrate())
                .withMessageContaining("lost its lock");

        assertThat(history()).isEmpty();
        assertThat(database.tables()).doesNotContain("thing");
    }
}
