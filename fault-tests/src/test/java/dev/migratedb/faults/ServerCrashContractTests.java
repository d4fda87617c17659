package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.CrashingServer;
import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The server itself crashes, at a moment of chance, and is started again. */
abstract class ServerCrashContractTests extends FaultContractTests {

    private static final int SCRIPTS = 8;
    private static final int PAUSE_MILLIS = 20;

    abstract CrashingServer server();

    abstract int rounds();

    @Test
    void losesNothingThatWasCommittedAndRepeatsNothing() {
        Tally tally = tally("crash of the server");
        Random random = FaultTable.random(product() + " crash");
        Scripts scripts = Scripts.tables(folder, SCRIPTS, product().pause(PAUSE_MILLIS));
        int struck = 0;
        try (CrashingServer server = server()) {
            for (int round = 1; round <= rounds(); round++) {
                String which = "round " + round + " of seed " + FaultTable.seed();
                try (FreshDatabase database = server.freshDatabase()) {
                    Outcome disturbed = crash(server, database, random, scripts);
                    struck += disturbed.kind() == Outcome.Kind.DONE ? 0 : 1;
                    judge(tally, which, disturbed);
                    count(tally, which, run(database.dataSource(), scripts), database, scripts);
                }
            }
        }
        report(tally, " (" + struck + " in mid-run)");
        assertThat(struck).isPositive();
    }

    private Outcome crash(CrashingServer server, FreshDatabase database, Random random, Scripts scripts) {
        Sessions sessions = new Sessions(product(), database);
        CompletableFuture<Outcome> run = begin(database.dataSource(), scripts);
        await("the session of the run", () -> !sessions.all().isEmpty() || run.isDone());
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(SCRIPTS * PAUSE_MILLIS)).toNanos());
        server.crash();
        Outcome outcome = run.join();
        server.startAgain();
        return outcome;
    }

    private static void judge(Tally tally, String which, Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.DONE && !isInItsOwnWords(outcome)) {
            tally.finding(which, "when the server crashed: " + outcome);
        }
    }
}
