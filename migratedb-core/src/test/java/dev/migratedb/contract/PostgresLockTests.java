package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Test
    void anIndexIsBuiltConcurrentlyWhileOthersWaitForTheLock() throws Exception {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing select generate_series(1, 50000);");
        script("V2__index.sql", "create index concurrently thing_id on thing (id);");
        List<Future<MigrateResult>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(threads.submit(() -> engine().load().migrate()));
        }

        int executed = 0;
        for (Future<MigrateResult> run : runs) {
            executed += run.get(60, TimeUnit.SECONDS).migrationsExecuted();
        }
        assertThat(executed).isEqualTo(2);
        assertThat(database.strings("select indexrelid::regclass::text from pg_index where not indisvalid"))
                .isEmpty();
    }

    @Test
    void theLockIsNeverHeldInATransaction() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> holder =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        threads.submit(() -> engine().javaMigrations(new Stop()).load().migrate());

        org.awaitility.Awaitility.await()
                .until(() -> !database.strings(
                                "select pid from pg_stat_activity where query like '%pg_try_advisory_lock%' and state = 'idle'"
                                        + " and pid <> pg_backend_pid() and datname = current_database()")
                        .isEmpty());
        assertThat(database.strings("select pid from pg_stat_activity where query like '%pg_try_advisory_lock%'"
                        + " and state = 'idle in transaction' and datname = current_database()"))
                .isEmpty();
        stop.goOn.countDown();
        holder.get(60, TimeUnit.SECONDS);
    }
}
