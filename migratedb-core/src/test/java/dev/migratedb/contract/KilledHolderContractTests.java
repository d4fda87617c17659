package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is killed while the server carries out a statement of it. */
abstract class KilledHolderContractTests extends ContractTests {

    private static final Logger logger = LoggerFactory.getLogger(KilledHolderContractTests.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path place;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** A statement that keeps the server busy, without end or for some seconds, by what this database notices of dead clients. */
    abstract String longStatement();

    /** Whether the server is at it. */
    abstract boolean isRunning();

    /** How long others may have to wait. */
    abstract Duration patience();

    /** Waits until whoever waits knows enough of the process to notice its death. */
    void awaitAcquaintance(StatementCounter waiter) {}

    @Test
    void isFollowedByTheRunThatWaits() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (2);");
        try (JavaProcess first = start("insert into thing values (1);\n" + longStatement() + ";")) {
            await().atMost(Duration.ofSeconds(60)).until(this::isRunning);
            StatementCounter waiter = StatementCounter.around(database.dataSource());
            Future<MigrateResult> second = startWaiter(waiter);

            first.kill();
            long killed = System.nanoTime();
            MigrateResult result = second.get(patience().toMillis(), TimeUnit.MILLISECONDS);

            logger.info(
                    "Taken over {} ms after the kill",
                    Duration.ofNanos(System.nanoTime() - killed).toMillis());
            assertThat(result.migrationsExecuted()).isOne();
        }
        assertThat(history()).hasSize(2).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select id from thing")).containsExactly("2");
    }

    /** Starts a process that migrates by the same first script, and by a second one of its own. */
    JavaProcess start(String second) throws IOException {
        Path scripts = Files.createDirectory(place.resolve("scripts"));
        Files.copy(folder.resolve("V1__one.sql"), scripts.resolve("V1__one.sql"));
        Files.writeString(scripts.resolve("V2__two.sql"), second);
        Files.createFile(place.resolve("start"));
        return JavaProcess.of(
                MigrateMain.class,
                database.url(),
                database.user(),
                database.password(),
                scripts.toString(),
                place.resolve("ready").toString());
    }

    /** Starts a run that waits when this returns. */
    Future<MigrateResult> startWaiter(StatementCounter waiter) {
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> second = threads.submit(
                    () -> engine().dataSource(waiter.dataSource()).load().migrate());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.all().stream().anyMatch(line -> line.startsWith("Waiting for another run")));
            awaitAcquaintance(waiter);
            return second;
        }
    }
}
