package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that is told to end while it migrates. */
class StoppedWhileStartingTests {

    private final FreshDatabase database = PostgresTestDatabase.get().freshDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void script() throws IOException {
        Files.createDirectory(folder.resolve("scripts"));
        Files.writeString(
                folder.resolve("scripts/V1__one.sql"), "create table thing (id int);\nselect pg_sleep(300);\n");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "migratedb.locations",
                "filesystem:" + folder.resolve("scripts"),
                "spring.main.web-application-type",
                "none",
                "spring.main.banner-mode",
                "off");
    }

    private long sleeping() {
        return database.jdbc()
                .sql("select count(*) from pg_stat_activity where datname = current_database() and state = 'active'"
                        + " and query like 'select pg_sleep(300)%'")
                .query(Long.class)
                .single();
    }

    private void assertNothingIsLeft() {
        assertThat(sleeping()).isZero();
        assertThat(database.strings("select 1 from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())"))
                .isEmpty();
        assertThat(database.tables()).doesNotContain("thing");
    }

    @Test
    void sigtermEndsTheStatementAndTheApplication() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TerminatedApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        properties().forEach((name, value) -> builder.command().add("--" + name + "=" + value));
        Process process = builder.start();
        try {
            await().atMost(Duration.ofSeconds(120)).until(() -> sleeping() == 1 || !process.isAlive());
            assertThat(folder.resolve("output")).content().doesNotContain("APPLICATION FAILED");

            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(folder.resolve("output"))
                    .content()
                    .contains("The run is stopped, since the process is being shut down")
                    .doesNotContain("InterruptedException");
        } finally {
            process.destroyForcibly();
        }
        assertNothingIsLeft();
    }

    @Test
    void anInterruptOfTheStartingThreadEndsTheStart() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread starter = new Thread(() -> {
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TerminatedApplication.class)
                    .properties(properties())
                    .run()) {
                failure.completeExceptionally(new AssertionError("It has started: " + context));
            } catch (RuntimeException ex) {
                failure.complete(ex);
            }
        });
        starter.start();
        await().atMost(Duration.ofSeconds(120)).until(() -> sleeping() == 1 || failure.isDone());

        starter.interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS)).hasStackTraceContaining("the thread of the run was interrupted");
        assertNothingIsLeft();
    }

    /** The pool is closed with its context, and ends the connections that are in use. */
    @Test
    void closingTheContextEndsARunOfAnotherThread() throws Exception {
        Path script = folder.resolve("scripts/V1__one.sql");
        Path later = Files.move(script, folder.resolve("later.sql"));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TerminatedApplication.class)
                .properties(properties())
                .run()) {
            Files.move(later, script);
            MigrateDb migrateDb = context.getBean(MigrateDb.class);
            new Thread(() -> failure.completeAsync(() -> catchThrowable(migrateDb::migrate), Runnable::run)).start();
            await().atMost(Duration.ofSeconds(60)).until(() -> sleeping() == 1 || failure.isDone());
        }

        assertThat(failure.get(10, TimeUnit.SECONDS))
                .hasMessageContaining("The connection was lost, and with it ends its transaction");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(this::assertNothingIsLeft);
    }
}
