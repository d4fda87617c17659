package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.MigrateResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class LockContractTests extends ContractTests {

    static final Duration SOON = Duration.ofMillis(50);

    final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().lockPollInterval(SOON).progressInterval(SOON);
    }

    /** A migration that lets a test look while it runs. */
    static final class Stop implements JavaMigration {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "stops";
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            reached.countDown();
            assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            context.getJdbcClient().sql("insert into thing values (2)").update();
        }
    }

    @Test
    void aSecondRunWaitsSaysForWhomAndThenFindsNothingToDo() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> first =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        Future<MigrateResult> second;
        try (LogLines lines = new LogLines()) {
            second = threads.submit(
                    () -> engine().javaMigrations(new Stop()).load().migrate());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.all().stream()
                            .anyMatch(line -> line.startsWith("Waiting for another run") && line.contains("process ")));
        }
        assertThat(second.isDone()).isFalse();
        stop.goOn.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
        assertThat(second.get(60, TimeUnit.SECONDS).migrationsExecuted()).isZero();
        assertThat(history()).hasSize(2);
    }

    @Test
    void aWaitWithALimitEndsInAnErrorThatNamesTheHolderAndTheSetting() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> first =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().javaMigrations(new Stop())
                        .lockWaitTimeout(Duration.ofMillis(200))
                        .load()
                        .migrate())
                .withMessageContaining("process ")
                .withMessageContaining("migratedb.lock.wait-timeout")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT));
        stop.goOn.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
    }

    @Test
    void aWaiterThatIsInterruptedEnds() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> first =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        CountDownLatch ended = new CountDownLatch(1);
        Future<?> second;
        try (LogLines lines = new LogLines()) {
            second = threads.submit(() -> {
                try {
                    engine().javaMigrations(new Stop()).load().migrate();
                } catch (MigrateDbException ex) {
                    ended.countDown();
                }
            });
            await().until(() -> lines.all().stream().anyMatch(line -> line.startsWith("Waiting for another run")));
        }

        second.cancel(true);

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        stop.goOn.countDown();
        first.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theLockIsFreeAfterAFailure() {
        script("V1__one.sql", "insert into nothing values (1);");
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate());
        if (!transactionalDdl()) {
            database.execute("delete from " + HISTORY);
        }
        script("V1__one.sql", "create table thing (id int);");

        assertThat(engine().lockWaitTimeout(Duration.ofSeconds(20))
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isEqualTo(1);
    }

    @Test
    void manyRunsOnOneEmptyDatabaseApplyEverythingOnce() throws Exception {
        for (int i = 1; i <= 10; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);\ninsert into t" + i + " values (1);");
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<MigrateResult>> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(threads.submit(() -> {
                start.await();
                return engine().load().migrate();
            }));
        }

        start.countDown();

        int executed = 0;
        for (Future<MigrateResult> run : runs) {
            executed += run.get(120, TimeUnit.SECONDS).migrationsExecuted();
        }
        assertThat(executed).isEqualTo(10);
        assertThat(history()).hasSize(10);
        assertThat(count("t10")).isEqualTo(1);
    }
}
