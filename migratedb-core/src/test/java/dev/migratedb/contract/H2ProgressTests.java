package dev.migratedb.contract;

import static dev.migratedb.contract.AwaitContractTests.awaitLine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.contract.LockContractTests.Stop;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of migrations. */
class H2ProgressTests extends ContractTests {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aMigrationThatTakesLongIsSaidToBeStillRunning() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> run = threads.submit(() -> engine().javaMigrations(stop)
                    .progressInterval(Duration.ofMillis(50))
                    .load()
                    .migrate());
            awaitLine(lines, run, line -> line.equals("Still at version 2 - stops, 0 s so far"));
            stop.goOn.countDown();
            run.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void theLastLineNamesWhatWasApplied() {
        script("V1__one.sql", "create table thing (id int);");
        script("R__totals.sql", "create or replace view totals as select count(*) as things from thing;");
        assertThat(lastLine())
                .startsWith("Successfully applied 2 migrations (1, totals) to schema \"PUBLIC\", now at version 1 ");
    }

    @Test
    void theLastLineLeavesOutTheMiddleOfMany() {
        IntStream.rangeClosed(1, 20)
                .forEach(i -> script("V" + i + "__t.sql", "create table thing_" + i + " (id int);"));
        assertThat(lastLine()).startsWith("Successfully applied 20 migrations (1, 2, 3, … 16 more …, 20) to schema");
    }

    private String lastLine() {
        try (LogLines lines = new LogLines()) {
            engine().load().migrate();
            return lines.all().get(lines.all().size() - 1);
        }
    }
}
