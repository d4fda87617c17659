package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed, or stopped for a while, at a moment that is known, with a second one waiting. The second one must never run
 * beside a first one that can still commit, and must take over from one that cannot.
 */
abstract class StopPointContractTests {

    private static final int SCRIPTS = 5;
    private static final int SCRIPT = 3;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    abstract Product product();

    Engine engine() {
        return Engine.MIGRATEDB;
    }

    /** The moments that the engine has on this database. */
    List<StopPoint> points() {
        return List.of(StopPoint.values());
    }

    /** How long a process is stopped. */
    Duration stop() {
        return LongForm.isAskedFor() ? Duration.ofSeconds(20) : Duration.ofSeconds(2);
    }

    /** Whether the lock of a process that stands still ends before the process does. */
    abstract boolean lockMayEndBeforeItsHolder();

    /** What is to be held against the engine. */
    void judge(Tally tally) {
        assertThat(tally.findings()).isEmpty();
    }

    @Test
    void isTakenOverFromWhereItIsKilled() {
        Tally tally = new Tally("kill -9 at a named moment, a second process waiting", product(), engine());
        forEachPoint((database, scripts, point) -> {
            try (Worker first = parked(database, scripts, point);
                    Worker second = start(database, scripts, null)) {
                second.go();
                first.kill();
                tally.round(
                        point.toString(),
                        second.end(LIMIT),
                        Witness.of(Content.of(database, product()), engine(), scripts));
            }
        });
        FaultTable.add(tally.row(""));
        judge(tally);
    }

    @Test
    void isWaitedForWhileItIsStopped() {
        Tally tally = new Tally(
                "stopped for " + stop().toSeconds() + " s at a named moment, a second process waiting",
                product(),
                engine());
        forEachPoint((database, scripts, point) -> stopped(tally, database, scripts, point));
        FaultTable.add(tally.row(""));
        judge(tally);
    }

    private void stopped(Tally tally, FreshDatabase database, Scripts scripts, StopPoint point) {
        try (Worker first = parked(database, scripts, point);
                Worker second = start(database, scripts, null)) {
            first.stop();
            // read as soon as the process may go on
            first.go();
            second.go();
            Outcome overtaking = second.end(stop());
            boolean mayOvertake = lockMayEndBeforeItsHolder() || point == StopPoint.BEFORE_UNLOCK;
            if (overtaking.kind() != Outcome.Kind.HUNG && !mayOvertake) {
                tally.finding(point.toString(), "the second process did not wait: " + overtaking);
            }
            first.resume();
            Outcome resumed = first.end(LIMIT);
            if (resumed.kind() != Outcome.Kind.DONE && !lockMayEndBeforeItsHolder()) {
                tally.bystanderFailed(point.toString(), resumed.message());
            }
            Outcome last = second.end(LIMIT);
            tally.round(point.toString(), last, Witness.of(Content.of(database, product()), engine(), scripts));
        }
    }

    /** What is done at a moment of a first process. */
    private interface Scene {

        void play(FreshDatabase database, Scripts scripts, StopPoint point);
    }

    private void forEachPoint(Scene scene) {
        Scripts scripts = Scripts.tables(folder, SCRIPTS, "");
        for (StopPoint point : points()) {
            try (FreshDatabase database = product().server().freshDatabase()) {
                scene.play(database, scripts, point);
            }
        }
    }

    private Worker parked(FreshDatabase database, Scripts scripts, StopPoint point) {
        Worker worker = start(database, scripts, "park " + point + " " + SCRIPT);
        worker.go();
        assertThat(worker.await(Worker.PARKED, LIMIT))
                .as(() ->
                        point + " was not reached: " + worker.end(Duration.ZERO).message())
                .isTrue();
        return worker;
    }

    private Worker start(FreshDatabase database, Scripts scripts, @Nullable String orders) {
        return Worker.start(product(), database, engine(), scripts.folder(), orders);
    }
}
