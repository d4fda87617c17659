package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The build of an index fails half-way, which leaves an index that is there and good for nothing. */
class PostgresBrokenIndexTests extends FaultContractTests {

    private static final String INVALID = PostgresConcurrentIndexTests.INVALID;

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Test
    void areBuiltAgainWhereTheirBuildWasKilled() {
        Tally tally = tally("kill -9 in CREATE INDEX CONCURRENTLY");
        Scripts scripts = Scripts.concurrentIndexes(folder.resolve("all"));
        for (int round = 1; round <= LongForm.rounds(1, 20); round++) {
            String which = "round " + round;
            try (FreshDatabase database = product().server().freshDatabase()) {
                killInBuild(database, scripts);
                Outcome last = run(database.dataSource(), scripts);
                PostgresConcurrentIndexTests.judgeIndexes(tally, which, database);
                count(tally, which, last, database, scripts);
            }
        }
        report(tally, "");
    }

    /** A build waits for transactions that write into its table, here until the death of the run is noticed. */
    private void killInBuild(FreshDatabase database, Scripts scripts) {
        Sessions sessions = new Sessions(product(), database);
        Scripts beginning = Scripts.concurrentIndexes(folder.resolve("beginning"), 1);
        assertThat(run(database.dataSource(), beginning).message()).isEmpty();
        try (Connection writer = database.dataSource().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into thing values (0)");
            Worker worker = worker(database, scripts);
            worker.go();
            await(
                    "the build",
                    () -> !sessions.running("concurrently").isEmpty()
                            && !database.strings(INVALID).isEmpty());
            worker.kill();
            await(
                    "the end of its session",
                    () -> sessions.running("concurrently").isEmpty());
            assertThat(database.strings(INVALID)).hasSize(1);
            writer.rollback();
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void areBuiltAgainWhereTheCauseOfTheirFailureIsMended() {
        Tally tally = tally("CREATE UNIQUE INDEX CONCURRENTLY fails, its cause is mended");
        Scripts scripts = Scripts.concurrentIndexes(folder.resolve("all"));
        for (int round = 1; round <= LongForm.rounds(1, 20); round++) {
            String which = "round " + round;
            try (FreshDatabase database = product().server().freshDatabase()) {
                Scripts beginning = Scripts.concurrentIndexes(folder.resolve("beginning"), 1);
                assertThat(run(database.dataSource(), beginning).message()).isEmpty();
                database.execute("insert into thing values (1)");
                Outcome failure = run(database.dataSource(), scripts);
                if (!failure.message().contains("V2__index.sql")
                        || !failure.message().contains("23505")) {
                    tally.finding(which, "does not tell why: " + failure);
                }
                assertThat(database.strings(INVALID)).hasSize(1);
                database.execute("delete from thing where ctid in (select max(ctid) from thing where v = 1)");
                Outcome last = run(database.dataSource(), scripts);
                PostgresConcurrentIndexTests.judgeIndexes(tally, which, database);
                count(tally, which, last, database, scripts);
            }
        }
        report(tally, "");
    }
}
