package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PgBouncer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs compete by way of a pooler that gives each transaction another session. */
@EnabledIf(
        value = "dev.migratedb.testsupport.PgBouncer#isAvailable",
        disabledReason = "the program pgbouncer is not installed")
class PoolerTests extends FaultContractTests {

    private static final int RUNS = 4;
    private static final int SESSIONS = 3;
    private static final int SCRIPTS = 8;

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Test
    void leavesNoLockInASessionOfThePoolerAndDoesNothingTwice() {
        Tally tally = tally(RUNS + " runs by way of PgBouncer, pool_mode=transaction");
        Scripts scripts = Scripts.tables(folder, SCRIPTS, product().pause(20));
        for (int round = 1; round <= LongForm.rounds(2, 50); round++) {
            String which = "round " + round;
            try (FreshDatabase database = product().server().freshDatabase();
                    PgBouncer pooler = PgBouncer.before(database, PgBouncer.Mode.TRANSACTION, SESSIONS)) {
                List<CompletableFuture<Outcome>> runs = new ArrayList<>();
                for (int i = 0; i < RUNS; i++) {
                    runs.add(begin(pooler.dataSource(), scripts));
                }
                Outcome last = Outcome.done();
                for (CompletableFuture<Outcome> run : runs) {
                    last = run.join();
                    if (last.kind() != Outcome.Kind.DONE) {
                        tally.bystanderFailed(which, last.message());
                    }
                }
                List<String> orphans = new Sessions(product(), database).lockHolders();
                if (!orphans.isEmpty()) {
                    tally.finding(which, "left locks with " + orphans);
                }
                count(tally, which, last, database, scripts);
            }
        }
        report(tally, "");
    }
}
