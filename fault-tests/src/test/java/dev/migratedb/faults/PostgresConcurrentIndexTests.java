package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indexes are built without a transaction, which waits for every other one, while others wait for the lock. */
class PostgresConcurrentIndexTests extends FaultContractTests {

    static final String INVALID = "select indexrelid::regclass from pg_index where not indisvalid";

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    int rounds() {
        return LongForm.rounds(1, 15);
    }

    /** How long a round may take. */
    Duration patience() {
        return LIMIT;
    }

    @Test
    void areBuiltWhileOthersWaitForTheLock() {
        int processes = LongForm.isAskedFor() ? 4 : 3;
        Tally tally = tally("CREATE INDEX CONCURRENTLY, " + processes + " processes compete");
        Scripts scripts = Scripts.concurrentIndexes(folder);
        for (int round = 1; round <= rounds(); round++) {
            String which = "round " + round;
            try (FreshDatabase database = product().server().freshDatabase()) {
                Outcome last = Outcome.done();
                List<Worker> workers = atOnce(processes, database, scripts);
                long end = System.nanoTime() + patience().toNanos();
                for (Worker worker : workers) {
                    last = worker.end(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                    if (last.kind() != Outcome.Kind.DONE) {
                        tally.bystanderFailed(which, last.message());
                    }
                }
                judgeIndexes(tally, which, database);
                count(tally, which, last, database, scripts);
            }
        }
        report(tally, "");
    }

    static void judgeIndexes(Tally tally, String which, FreshDatabase database) {
        List<String> invalid = database.strings(INVALID);
        if (!invalid.isEmpty()) {
            tally.finding(which, "leaves invalid indexes " + invalid);
        }
        List<String> indexes =
                database.strings("select indexname from pg_indexes where tablename = 'thing' order by 1");
        if (!indexes.equals(List.of("thing_again", "thing_v"))) {
            tally.finding(which, "indexes are " + indexes);
        }
        String deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
        if (!database.strings(deadlocks).equals(List.of("0"))) {
            tally.finding(which, "has met a deadlock");
        }
    }
}
