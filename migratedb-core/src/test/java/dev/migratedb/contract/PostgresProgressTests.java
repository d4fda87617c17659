package dev.migratedb.contract;

import static dev.migratedb.contract.AwaitContractTests.awaitLine;

import dev.migratedb.MigrateDb;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is said of a statement that takes long. */
class PostgresProgressTests extends ContractTests {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().progressInterval(Duration.ofMillis(50));
    }

    @Test
    void theLineTellsTheStatementAndWhoseLockItWaitsFor() throws Exception {
        script("V1__one.sql", "create table thing (id int);\nselect pg_advisory_xact_lock(42);\nselect 1;\n");
        try (LogLines lines = new LogLines();
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(42)");
            Future<MigrateResult> run = threads.submit(() -> engine().load().migrate());
            awaitLine(
                    lines,
                    run,
                    line -> line.matches(
                            "Still at version 1 - one, \\d+ s so far, statement 2 of 3, which waits for process"
                                    + " \\d+ \\(user .*select pg_advisory_lock\\(42\\).*"));
            statement.execute("select pg_advisory_unlock(42)");
            run.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void theLineDoesWithoutWhereThePoolHasNoSecondConnection() throws Exception {
        script("V1__one.sql", "select pg_sleep(3);");
        AtomicInteger lent = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        DelegatingDataSource one = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (lent.incrementAndGet() == 1) {
                    return super.getConnection();
                }
                try {
                    never.await();
                } catch (InterruptedException ex) {
                    Thread.currentThread().interrupt();
                }
                throw new SQLException("The pool has no connection to spare");
            }
        };
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> run =
                    threads.submit(() -> engine().dataSource(one).load().migrate());
            awaitLine(lines, run, line -> line.matches("Still at version 1 - one, \\d s so far, statement 1 of 1"));
            run.get(60, TimeUnit.SECONDS);
        } finally {
            never.countDown();
        }
    }
}
