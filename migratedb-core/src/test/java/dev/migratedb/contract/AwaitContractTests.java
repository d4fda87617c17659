package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.contract.LockContractTests.Stop;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.ValidationFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Waiting until another process has migrated. */
abstract class AwaitContractTests extends ContractTests {

    static final Duration SOON = Duration.ofMillis(20);
    static final Duration LONG = Duration.ofMinutes(2);

    final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().progressInterval(SOON);
    }

    Future<InfoResult> waiting(MigrateDb.Builder engine) {
        MigrateDb migrateDb = engine.load();
        return threads.submit(() -> migrateDb.awaitMigrations(LONG, SOON));
    }

    static void awaitLine(LogLines lines, Future<?> unlessDone, Predicate<String> wanted) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> unlessDone.isDone() || lines.all().stream().anyMatch(wanted));
        assertThat(lines.all()).anyMatch(wanted);
    }

    @Test
    void aDatabaseThatIsReadyIsNotWaitedFor() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();

        try (LogLines lines = new LogLines()) {
            InfoResult result = engine().load().awaitMigrations(Duration.ZERO, SOON);

            assertThat(result.pending()).isEmpty();
            assertThat(result.applied()).hasSize(1);
            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith("The database is ready")
                            && line.endsWith("is at version 1, and nothing is pending"))
                    .noneMatch(line -> line.startsWith("Waiting"));
        }
    }

    @Test
    void itWaitsForTheHistoryThenForTheRunAndSaysWhatIsMissingAndWhoHoldsTheLock() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        try (LogLines lines = new LogLines()) {
            Future<InfoResult> waiter = waiting(engine().javaMigrations(new Stop()));
            awaitLine(
                    lines,
                    waiter,
                    line -> line.contains("there is no history table")
                            && line.endsWith("2 migrations are pending (1, 2); no run holds the lock"));

            Future<MigrateResult> run =
                    threads.submit(() -> engine().javaMigrations(stop).load().migrate());
            assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
            awaitLine(
                    lines,
                    waiter,
                    line -> line.startsWith("Waiting for the migrations of another process, ")
                            && line.contains(" so far: 1 migration is pending (2); the lock is held by process "));
            assertThat(waiter.isDone()).isFalse();

            stop.goOn.countDown();
            run.get(60, TimeUnit.SECONDS);
            assertThat(waiter.get(60, TimeUnit.SECONDS).pending()).isEmpty();
            assertThat(lines.all()).anyMatch(line -> line.startsWith("The database is ready"));
        }
    }

    @Test
    void theEndOfTheTimeTellsWhatIsMissingAndNothingIsChanged() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "create table other (id int);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().awaitMigrations(Duration.ofMillis(50), SOON))
                .withMessageContainingAll(
                        "there is no history table",
                        "2 migrations are pending (1, 2)",
                        "no run holds the lock",
                        "'migratedb.wait.timeout'",
                        "Nothing was changed")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.WAIT_TIMEOUT));
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void versionsThatAreNotKnownHereAreNoObstacle() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "create table other (id int);");
        engine().load().migrate();
        delete("V2__two.sql");

        InfoResult result = engine().ignoreMigrationPatterns("!*:future").load().awaitMigrations(Duration.ZERO, SOON);

        assertThat(result.current()).isNotNull();
        assertThat(result.current().version()).isEqualTo(MigrationVersion.of("2"));
    }

    @Test
    void aFileThatWasChangedIsAnErrorAtOnce() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V1__one.sql", "create table thing (id int, name int);");
        script("V2__two.sql", "create table other (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().awaitMigrations(LONG, SOON))
                .withMessageContaining("V1__one.sql");
    }

    @Test
    void aFileThatCannotBeReadRightIsAnErrorAtOnce() {
        script("V1__one.sql", "create table thing (id int);");
        script("V01__two.sql", "create table other (id int);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().awaitMigrations(LONG, SOON))
                .withMessageContainingAll("V1__one.sql", "V01__two.sql");
    }

    @Test
    void aDatabaseThatCannotBeReachedYetIsWaitedFor() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        AtomicBoolean down = new AtomicBoolean(true);
        DelegatingDataSource starting = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (down.get()) {
                    throw new SQLException("Connection refused", "08001");
                }
                return super.getConnection();
            }
        };

        try (LogLines lines = new LogLines()) {
            Future<InfoResult> waiter = waiting(engine().dataSource(starting));
            awaitLine(
                    lines,
                    waiter,
                    line -> line.endsWith(" so far: the database cannot be reached: Connection refused"));
            down.set(false);
            assertThat(waiter.get(60, TimeUnit.SECONDS).pending()).isEmpty();
        }
    }

    @Test
    void aWaiterThatIsInterruptedEnds() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        MigrateDb migrateDb = engine().load();
        try (LogLines lines = new LogLines()) {
            Future<Boolean> ended = threads.submit(() -> {
                try {
                    migrateDb.awaitMigrations(LONG, LONG);
                    return false;
                } catch (MigrateDbException ex) {
                    return Thread.currentThread().isInterrupted()
                            && ex.getMessage().contains("Interrupted");
                }
            });
            awaitLine(lines, ended, line -> line.startsWith("Waiting"));

            threads.shutdownNow();

            assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
