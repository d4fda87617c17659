package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.FreshDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of one fault, each on an empty database. What runs in one is ended with its test. */
abstract class FaultContractTests {

    static final Duration LIMIT = Duration.ofMinutes(3);

    /** Remedies against something else than the loss of a connection. */
    private static final Pattern MISLEADS = Pattern.compile("right to create|needs SELECT");

    /** As runs wait for each other by default. */
    static final Engine.Pace DEFAULT = new Engine.Pace(Duration.ofMillis(500), Duration.ofSeconds(30), 0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService runs = Executors.newCachedThreadPool();

    abstract Product product();

    Engine engine() {
        return Engine.MIGRATEDB;
    }

    /** What is to be held against the engine. */
    void judge(Tally tally) {
        assertThat(tally.findings()).isEmpty();
    }

    @AfterEach
    void end() {
        workers.forEach(Worker::close);
        runs.shutdownNow();
    }

    final Tally tally(String fault) {
        return new Tally(fault, product(), engine());
    }

    /** Writes the row down, then judges. */
    final void report(Tally tally, String suffix) {
        FaultTable.add(tally.row(suffix));
        judge(tally);
    }

    /** Counts a round whose last run has ended. */
    final void count(Tally tally, String which, Outcome last, FreshDatabase database, Scripts scripts) {
        tally.round(which, last, Witness.of(Content.of(database, product()), engine(), scripts));
    }

    /** Runs to the end. */
    final Outcome run(DataSource dataSource, Scripts scripts) {
        return Outcome.of(LIMIT, () -> engine().migrate(dataSource, scripts.folder(), DEFAULT));
    }

    /** Whether a run has failed by the loss of its connection as this engine fails, and does not blame anything else. */
    static boolean isInItsOwnWords(Outcome failed) {
        return failed.failure() instanceof MigrateDbException
                && !MISLEADS.matcher(failed.message()).find();
    }

    /** Runs beside what follows. */
    final CompletableFuture<Outcome> begin(DataSource dataSource, Scripts scripts) {
        return CompletableFuture.supplyAsync(() -> run(dataSource, scripts), runs);
    }

    /** A process that tells what it does, and begins when it is told to. */
    final Worker worker(String url, FreshDatabase database, Scripts scripts) {
        List<String> options = new ArrayList<>(WorkerClasses.options(product()));
        options.add("-Dfaults.log=info");
        Worker worker = Worker.start(
                new Worker.Orders(
                        engine(),
                        url,
                        database.user(),
                        database.password(),
                        scripts.folder().toString(),
                        null),
                options);
        workers.add(worker);
        return worker;
    }

    final Worker worker(FreshDatabase database, Scripts scripts) {
        return worker(product().urlForProcesses(database), database, scripts);
    }

    /** Processes that begin at the same moment. */
    final List<Worker> atOnce(int count, FreshDatabase database, Scripts scripts) {
        List<Worker> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(worker(database, scripts));
        }
        all.forEach(worker -> assertThat(worker.await(Worker.READY, LIMIT)).isTrue());
        all.forEach(Worker::go);
        return all;
    }

    static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
    }
}
