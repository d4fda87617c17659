package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A process is asked to end, as by a platform that rolls a deployment back, at a moment of chance. */
abstract class TerminationContractTests extends FaultContractTests {

    private static final int SCRIPTS = 4;

    private static final int LATEST_MILLIS = 1500;

    /** Two seconds, and what the end of a JVM takes on a machine that is busy. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(5);

    /** Options of the URL that make a session pause in {@link #pause}; others do not. */
    abstract String asksForPauses();

    /** A statement that takes the {@code short} or the {@code long} time that its session asks for. */
    abstract String pause(String which);

    abstract int rounds();

    @Test
    void leavesNothingBehindAndTheNextRunGoesOn() {
        Tally tally = tally("SIGTERM in mid-script");
        Random random = FaultTable.random(product() + " terminations");
        Scripts scripts = Scripts.tables(folder, SCRIPTS, script -> pause(script == SCRIPTS ? "long" : "short"));
        Duration longest = Duration.ZERO;
        for (int round = 1; round <= rounds(); round++) {
            String which = "round " + round + " of seed " + FaultTable.seed();
            try (FreshDatabase database = product().server().freshDatabase()) {
                Duration taken = terminate(tally, which, random, database, scripts);
                longest = longest.compareTo(taken) > 0 ? longest : taken;
                count(tally, which, run(database.dataSource(), scripts), database, scripts);
            }
        }
        report(tally, " (at most " + longest.toMillis() + " ms)");
    }

    private Duration terminate(Tally tally, String which, Random random, FreshDatabase database, Scripts scripts) {
        Sessions sessions = new Sessions(product(), database);
        Worker worker = worker(database.url() + asksForPauses(), database, scripts);
        worker.go();
        await("the run", () -> !sessions.running("sleep(").isEmpty());
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
        assertThat(worker.isAlive()).isTrue();

        long begin = System.nanoTime();
        worker.terminate();
        Outcome outcome = worker.end(LIMIT);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        if (outcome.kind() != Outcome.Kind.FAILED) {
            tally.finding(which, "was terminated, and " + outcome);
        }
        if (taken.compareTo(ENDS_WITHIN) > 0) {
            tally.finding(which, "took " + taken + " to end");
        }
        await("the end of its session", () -> sessions.all().isEmpty());
        Duration forgotten = Duration.ofNanos(System.nanoTime() - begin).minus(taken);
        if (forgotten.compareTo(FORGOTTEN_WITHIN) > 0) {
            tally.finding(which, "left a session behind for " + forgotten);
        }
        return taken;
    }
}
