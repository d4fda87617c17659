package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.faults.FaultyNetwork.Harm;
import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Something happens to the network between a run and its server, at a byte of what they say to each other. */
abstract class NetworkContractTests extends FaultContractTests {

    @SuppressWarnings("NullAway.Init")
    private Scripts scripts;

    private long bytes;

    /** An option of the URL that lets the driver wait for an answer for a second. */
    abstract String aSecondForAnAnswer();

    @BeforeEach
    void countBytes() {
        scripts = Scripts.ofEachKind(folder, product(), engine());
        try (FreshDatabase database = product().server().freshDatabase();
                FaultyNetwork network = new FaultyNetwork(database.url(), Long.MAX_VALUE, Harm.END, Duration.ZERO)) {
            assertThat(run(through(network, database, ""), scripts).message()).isEmpty();
            bytes = network.passed();
        }
        assertThat(bytes).isGreaterThan(1000);
    }

    @Test
    void survivesTheEndOfAConnectionAtEveryByte() {
        sweep("connection ends at a byte", Harm.END, "", LongForm.rounds(6, 150), Duration.ZERO);
    }

    @Test
    void survivesTheResetOfAConnectionAtEveryByte() {
        sweep("connection is reset at a byte", Harm.RESET, "", LongForm.rounds(4, 150), Duration.ZERO);
    }

    @Test
    void waitsWhereNothingPassesForAWhile() {
        Duration stall = LongForm.isAskedFor() ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        sweep("connection stalls for " + stall.toMillis() + " ms", Harm.STALL, "", LongForm.rounds(2, 10), stall);
    }

    @Test
    void waitsWhereEveryByteIsLate() {
        sweep("every byte comes late, and alone", Harm.CRAWL, "", LongForm.rounds(1, 4), Duration.ZERO);
    }

    @Test
    void failsWithTheTimeOutOfItsDriverWhereNothingPassesAnyMore() {
        sweep(
                "connection falls silent, time-out of the driver",
                Harm.SILENCE,
                aSecondForAnAnswer(),
                LongForm.rounds(2, 20),
                Duration.ZERO);
    }

    private void sweep(String name, Harm harm, String options, int rounds, Duration stall) {
        Tally tally = tally(name);
        try (EmptyDatabases databases = product().emptyDatabases()) {
            for (int round = 0; round < rounds; round++) {
                FreshDatabase database = databases.next();
                long at = (2L * round + 1) * bytes / (2L * rounds);
                try (FaultyNetwork network = new FaultyNetwork(database.url(), at, harm, stall)) {
                    judge(tally, "byte " + at, harm, run(through(network, database, options), scripts));
                }
                count(tally, "byte " + at, run(database.dataSource(), scripts), database, scripts);
            }
        }
        report(tally, " (of " + bytes + ")");
    }

    private static void judge(Tally tally, String which, Harm harm, Outcome outcome) {
        boolean mayFail = harm != Harm.STALL && harm != Harm.CRAWL;
        switch (outcome.kind()) {
            case DONE -> {}
            case HUNG -> tally.finding(which, "the run hung, " + outcome.message());
            case FAILED -> {
                if (!mayFail || !isInItsOwnWords(outcome)) {
                    tally.finding(which, "failed with " + outcome.message());
                }
            }
        }
    }

    private static DriverManagerDataSource through(FaultyNetwork network, FreshDatabase database, String options) {
        return new DriverManagerDataSource(network.url() + options, database.user(), database.password());
    }
}
