package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator ends the session of a run, which is also that of its lock, at moments of chance. */
abstract class EndedSessionContractTests extends FaultContractTests {

    private static final int SCRIPTS = 8;
    private static final int PAUSE_MILLIS = 20;
    private static final Pattern TELLS_OF_IT = Pattern.compile("connection|session|socket", Pattern.CASE_INSENSITIVE);

    /** From the end of the session that has the lock. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init")
    private Scripts scripts;

    private int struck;

    abstract int rounds();

    @BeforeEach
    void writeScripts() {
        scripts = Scripts.tables(folder, SCRIPTS, product().pause(PAUSE_MILLIS));
    }

    @Test
    void failsInItsOwnWordsAndTheNextRunGoesOn() {
        Tally tally = tally("session of the run is ended");
        Random random = FaultTable.random(product() + " ended session");
        forEachRound((which, database) -> {
            Sessions sessions = new Sessions(product(), database);
            CompletableFuture<Outcome> run = begin(database.dataSource(), scripts);
            await("the session of the run", () -> !sessions.all().isEmpty() || run.isDone());
            pause(random);
            sessions.all().forEach(sessions::end);
            judgeStruck(tally, which, run.join());
            count(tally, which, run(database.dataSource(), scripts), database, scripts);
        });
        report(tally, " (" + struck + " in mid-run)");
        assertThat(struck).isPositive();
    }

    @Test
    void isTakenOverByWhoeverWaits() {
        Tally tally = tally("session with the lock is ended, a second run waits");
        Random random = FaultTable.random(product() + " ended lock");
        forEachRound((which, database) -> {
            Sessions sessions = new Sessions(product(), database);
            CompletableFuture<Outcome> first = begin(database.dataSource(), scripts);
            await("the first run", () -> !sessions.all().isEmpty() || first.isDone());
            List<String> ofFirst = sessions.all();
            CompletableFuture<Outcome> second = begin(database.dataSource(), scripts);
            pause(random);
            ofFirst.forEach(sessions::end);
            long end = System.nanoTime();
            judgeStruck(tally, which, first.join());
            awaitSuccessor(tally, which, sessions, ofFirst, second, end);
            Outcome last = second.join();
            count(tally, which, last, database, scripts);
        });
        report(tally, " (" + struck + " in mid-run)");
        assertThat(struck).isPositive();
    }

    /** Where the server tells who has the lock. */
    private void awaitSuccessor(
            Tally tally,
            String which,
            Sessions sessions,
            List<String> ofFirst,
            CompletableFuture<Outcome> second,
            long end) {
        if (product() != Product.POSTGRES) {
            return;
        }
        await("a successor", () -> second.isDone() || !ofFirst.containsAll(sessions.lockHolders()));
        Duration taken = Duration.ofNanos(System.nanoTime() - end);
        if (taken.compareTo(TAKEN_OVER_WITHIN) > 0) {
            tally.finding(which, "was taken over after " + taken);
        }
    }

    private void judgeStruck(Tally tally, String which, Outcome outcome) {
        switch (outcome.kind()) {
            case DONE -> {}
            case HUNG -> tally.finding(which, "the run hung whose session was ended, " + outcome.message());
            case FAILED -> {
                struck++;
                if (!isInItsOwnWords(outcome)
                        || !TELLS_OF_IT.matcher(outcome.message()).find()) {
                    tally.finding(which, "does not tell of its session: " + outcome.message());
                }
            }
        }
    }

    /** Not longer than what the run does beside its own pauses makes up for. */
    private static void pause(Random random) {
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(SCRIPTS * PAUSE_MILLIS)).toNanos());
    }

    private interface Round {

        void play(String which, FreshDatabase database);
    }

    private void forEachRound(Round round) {
        for (int i = 1; i <= rounds(); i++) {
            try (FreshDatabase database = product().server().freshDatabase()) {
                round.play("round " + i + " of seed " + FaultTable.seed(), database);
            }
        }
    }
}
