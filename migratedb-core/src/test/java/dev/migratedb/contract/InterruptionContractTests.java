package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.testsupport.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A run that is stopped from outside cancels its statement, rolls back, and gives lock and connection back. */
abstract class InterruptionContractTests extends ContractTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** A statement that takes minutes, and writes its result into the table thing. */
    abstract String longStatement();

    /** How many statements of that kind the server runs now; -1 where it does not tell. */
    long running() {
        return -1;
    }

    private void scripts() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);\n" + longStatement() + ";\n");
    }

    private void assertNothingIsLeft() {
        if (!transactionalDdl()) {
            engine().lockWaitTimeout(SOON).load().repair();
        }
        assertThat(history()).hasSize(1);
        assertThat(count("thing")).isZero();
        script("V2__two.sql", "insert into thing values (3);");
        assertThat(engine().lockWaitTimeout(SOON).load().migrate().migrationsExecuted())
                .isEqualTo(1);
    }

    /** Runs the migrations in a thread of their own, and interrupts it as soon as something is so. */
    private RuntimeException interrupted(Runnable run, BooleanSupplier when) throws Exception {
        CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                run.run();
                failure.completeExceptionally(new AssertionError("It was not interrupted"));
            } catch (RuntimeException ex) {
                failure.complete(ex);
            }
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        await().atMost(Duration.ofSeconds(60)).until(when::getAsBoolean);
        long begin = System.nanoTime();

        thread.interrupt();

        RuntimeException thrown = failure.get(60, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        assertThat(stillInterrupted.get(60, TimeUnit.SECONDS)).isTrue();
        return thrown;
    }

    @Test
    void anInterruptCancelsTheRunningStatement() throws Exception {
        scripts();
        StatementCounter counter = StatementCounter.around(database.dataSource());
        String statement = server().spelled(longStatement());

        RuntimeException thrown = interrupted(
                () -> engine().dataSource(counter.dataSource()).load().migrate(),
                () -> counter.counts().statementsWith(statement) == 1);

        assertThat(thrown)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContainingAll("V2__two.sql:2:1", "since the thread of the run was interrupted");
        if (transactionalDdl()) {
            assertThat(thrown).hasMessageContainingAll("rolled back", "Nothing is wrong with V2__two.sql");
        }
        assertNothingIsLeft();
    }

    @Test
    void anInterruptReachesTheNextStatementToo() throws Exception {
        scripts();
        delete("V2__two.sql");
        script("V3__three.sql", "insert into thing values (3);");
        CountDownLatch reached = new CountDownLatch(1);
        JavaMigration ignoresIt = code(true, () -> {
            reached.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });

        RuntimeException thrown =
                interrupted(() -> engine().javaMigrations(ignoresIt).load().migrate(), () -> reached.getCount() == 0);

        assertThat(thrown).hasMessageContaining("The run goes no further, since the thread of the run was interrupted");
        assertThat(database.strings("select id from thing")).isEmpty();
    }

    private static JavaMigration code(boolean transactional, Runnable code) {
        return new JavaMigration() {
            @Override
            public MigrationVersion getVersion() {
                return MigrationVersion.of("2");
            }

            @Override
            public String getDescription() {
                return "ignores interrupts";
            }

            @Override
            public boolean canExecuteInTransaction() {
                return transactional;
            }

            @Override
            public void migrate(MigrationContext context) {
                code.run();
            }
        };
    }

    @Test
    void codeThatHasEndedIsRecordedWhereNoRollbackTakesItBackAndTheRunStopsBehindIt() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V3__three.sql", "insert into thing values (3);");
        JavaMigration stopped = code(false, () -> {
            database.execute("insert into thing values (2)");
            Thread.currentThread().interrupt();
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(stopped).load().migrate())
                .withMessageContainingAll(
                        "Migration to version 3 - three failed",
                        "The run goes no further, since the thread of the run was interrupted",
                        "Nothing is wrong with V3__three.sql");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(database.strings("select id from thing")).containsExactly("2");
        assertThat(engine().javaMigrations(stopped).load().migrate().migrationsExecuted())
                .isEqualTo(1);
        assertThat(database.strings("select id from thing order by id")).containsExactly("2", "3");
    }

    @Test
    void noOverrideOfErrorsToleratesTheStop() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);\ninsert into thing values (3);\n");
        DisturbedDataSource interrupting = DisturbedDataSource.at(
                database.dataSource(), DisturbedDataSource.Fault.INTERRUPT_BEHIND, "insert into thing values (2)");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().dataSource(interrupting)
                        .errorOverrides("*:*:W")
                        .load()
                        .migrate())
                .withMessageContaining("since the thread of the run was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        engine().load().migrate();
        assertThat(database.strings("select id from thing order by id")).containsExactly("2", "3");
    }

    @Test
    void noThreadOutlivesARun() {
        scripts();
        script("V2__two.sql", "insert into thing values (2);");

        engine().load().migrate();

        await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("migratedb-interruption")));
    }

    @Test
    void aProcessThatIsToEndCancelsItsStatementAndFails() throws Exception {
        assumeTrue(isReachable(), "only this process can reach the database");
        scripts();
        Path place = Files.createTempDirectory("migratedb-interruption-");
        Path output = place.resolve("output");
        Process process = process(output);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(output).contains("sending " + server().spelled(longStatement())));
            if (running() >= 0) {
                await().atMost(Duration.ofSeconds(60)).until(() -> running() == 1);
            }

            process.destroy();

            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .content()
                    .contains("since the process is being shut down", "MigrationFailedException", "V2__two.sql:2:1");
            assertThat(process.exitValue()).isNotZero();
            assertThat(running()).isNotPositive();
        } finally {
            process.destroyForcibly();
            FileSystemUtils.deleteRecursively(place);
        }
        assertNothingIsLeft();
    }

    /** Whether another process can open the database while this one has it open. */
    boolean isReachable() {
        return true;
    }

    private Process process(Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TellingMain.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
