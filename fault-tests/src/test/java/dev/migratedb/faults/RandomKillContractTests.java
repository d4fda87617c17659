package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four processes compete for one database. Again and again one of them is killed, at a moment and by a choice of chance, and another
 * one started. In the end one runs alone: it must find everything done once, or do the rest.
 */
abstract class RandomKillContractTests {

    private static final int COMPETITORS = 4;
    private static final int SCRIPTS = 30;
    private static final int KILLS_A_ROUND = 6;
    private static final int TOLD_EVERY = 20;
    private static final int PAUSE_MILLIS = 30;
    private static final int LONGEST_WAIT_MILLIS = 600;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Worker> workers = new ArrayList<>();
    private int kills;

    abstract Product product();

    Engine engine() {
        return Engine.MIGRATEDB;
    }

    /** How many rounds it shall be; those of the long form are asked for by {@code -Plong}. */
    abstract int rounds();

    /** What is to be held against the engine. */
    void judge(Tally tally) {
        assertThat(tally.findings()).isEmpty();
    }

    @Test
    void losesNothingAndRepeatsNothing() {
        Tally tally = new Tally("kill -9 of " + COMPETITORS + " competitors", product(), engine());
        Random random = FaultTable.random(product() + " " + engine() + " kills");
        Scripts scripts = Scripts.tables(folder, SCRIPTS, product().pause(PAUSE_MILLIS));
        for (int round = 1; round <= rounds(); round++) {
            round(tally, random, scripts, "round " + round + " of seed " + FaultTable.seed());
            if (round % TOLD_EVERY == 0) {
                System.out.println(tally.row(" (" + kills + " kills so far)"));
            }
        }
        FaultTable.add(tally.row(" (" + kills + " kills)"));
        judge(tally);
    }

    private void round(Tally tally, Random random, Scripts scripts, String which) {
        try (FreshDatabase database = product().server().freshDatabase()) {
            try {
                compete(tally, random, scripts, which, database);
                Worker last = start(database, scripts);
                last.go();
                Outcome outcome = last.end(LIMIT);
                tally.round(which, outcome, Witness.of(Content.of(database, product()), engine(), scripts));
            } finally {
                workers.forEach(Worker::close);
                workers.clear();
            }
        }
    }

    private void compete(Tally tally, Random random, Scripts scripts, String which, FreshDatabase database) {
        for (int i = 0; i < COMPETITORS; i++) {
            start(database, scripts);
        }
        workers.forEach(worker -> worker.await(Worker.READY, LIMIT));
        workers.forEach(Worker::go);
        List<Worker> killed = new ArrayList<>();
        for (int kill = 0; kill < KILLS_A_ROUND; kill++) {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_WAIT_MILLIS)).toNanos());
            List<Worker> alive = workers.stream().filter(Worker::isAlive).toList();
            if (alive.isEmpty()) {
                break;
            }
            Worker victim = alive.get(random.nextInt(alive.size()));
            victim.kill();
            killed.add(victim);
            kills++;
            start(database, scripts).go();
        }
        for (Worker worker : workers) {
            Outcome outcome = worker.end(LIMIT);
            if (!killed.contains(worker) && outcome.kind() != Outcome.Kind.DONE) {
                tally.bystanderFailed(which, outcome.message());
            }
        }
    }

    private Worker start(FreshDatabase database, Scripts scripts) {
        Worker worker = Worker.start(product(), database, engine(), scripts.folder(), null);
        workers.add(worker);
        return worker;
    }
}
