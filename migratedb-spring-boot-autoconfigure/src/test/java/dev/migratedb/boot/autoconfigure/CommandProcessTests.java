package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Applications that are started for one command, in processes of their own, seen from outside. */
class CommandProcessTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("database");
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(LoudApplication.class, environment, arguments);
    }

    private Ended run(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=sa",
                "--logging.level.com.zaxxer.hikari=info",
                "--logging.level.org.springframework.orm.jpa=info",
                "--spring.main.banner-mode=off"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(folder.resolve("output")));
        } finally {
            process.destroyForcibly();
        }
    }

    private void execute(String sql) {
        JdbcClient.create(new DriverManagerDataSource(url(), "sa", "")).sql(sql).update();
    }

    private int pending() {
        return MigrateDb.configure()
                .dataSource(url(), "sa", "")
                .load()
                .info()
                .pending()
                .size();
    }

    @Test
    void aJobMigratesAndEndsWithoutTheRestOfTheApplication() throws Exception {
        Ended job = run(Map.of("MIGRATEDB_COMMAND", "migrate"));

        assertThat(job.output())
                .contains(
                        "Successfully applied 1 migration (1)", "The command 'migrate' of 'migratedb.command' is done")
                .contains("HikariPool-1 - Shutdown completed")
                .doesNotContain(LoudApplication.CREATED, LoudApplication.RUN, "EntityManagerFactory", "WARN", "ERROR");
        assertThat(job.exitCode()).isZero();

        Ended application = run(Map.of());

        assertThat(application.output())
                .contains("is up to date at version 1", LoudApplication.CREATED, LoudApplication.RUN)
                .contains("EntityManagerFactory");
        assertThat(application.exitCode()).isZero();
    }

    @Test
    void whatIsPendingIsExitCode2() throws Exception {
        Ended ended = run(Map.of(), "--migratedb.command=validate");

        assertThat(ended.output())
                .contains("V1__Create_person.sql", "Action:")
                .doesNotContain(LoudApplication.CREATED, LoudApplication.RUN);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsExitCode3() throws Exception {
        Ended ended = run(Map.of(), "--migratedb.command=clean");

        assertThat(ended.output()).contains("migratedb.clean-disabled");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void anotherRunThatDoesNotEndInTimeIsExitCode4() throws Exception {
        MigrateDb.configure().dataSource(url(), "sa", "").load().migrate();
        execute("update \"migratedb_state_lock\" set \"owner\" = 'somebody', \"acquired_at\" = now(),"
                + " \"heartbeat_at\" = dateadd('hour', 1, now())");

        Ended ended = run(
                Map.of(),
                "--migratedb.command=clean",
                "--migratedb.clean-disabled=false",
                "--migratedb.lock.wait-timeout=100ms");

        assertThat(ended.output()).contains("somebody", "migratedb.lock.wait-timeout");
        assertThat(ended.exitCode()).isEqualTo(4);
    }

    @Test
    void aWaitForAnotherProcessThatDoesNotEndInTimeIsExitCode4() throws Exception {
        Ended ended = run(Map.of(), "--migratedb.mode=wait", "--migratedb.wait.timeout=100ms");

        assertThat(ended.output())
                .contains("'migratedb.wait.timeout'", "Action:")
                .doesNotContain(LoudApplication.CREATED, LoudApplication.RUN);
        assertThat(ended.exitCode()).isEqualTo(4);
    }

    @Test
    void aProcessThatIsToldToEndWhileItEndsByItselfEnds() throws Exception {
        Ended ended = run(EndedMeanwhileApplication.class, Map.of(), "--migratedb.command=migrate");

        assertThat(ended.output()).contains("The command 'migrate' of 'migratedb.command' is done");
        assertThat(ended.exitCode()).isEqualTo(EndedMeanwhileApplication.EXIT_CODE);
    }

    @Test
    void aTrainingRunLeavesTheDatabaseAloneUnlessACommandIsGiven() throws Exception {
        Map<String, String> training = Map.of("JDK_JAVA_OPTIONS", "-Dspring.context.exit=onRefresh");

        Ended trained = run(training, "--spring.jpa.hibernate.ddl-auto=none");

        assertThat(trained.output())
                .contains("'migratedb.run-in-training=true'", LoudApplication.CREATED)
                .doesNotContain(LoudApplication.RUN);
        assertThat(trained.exitCode()).isZero();
        assertThat(pending()).isEqualTo(1);

        Ended job = run(training, "--migratedb.command=migrate");

        assertThat(job.output()).contains("The command 'migrate' of 'migratedb.command' is done");
        assertThat(job.exitCode()).isZero();
        assertThat(pending()).isZero();
    }

    @Test
    void aCommandThatIsNoneIsNamedTogetherWithThoseThatAre() throws Exception {
        Ended ended = run(Map.of(), "--migratedb.command=dance");

        assertThat(ended.output())
                .contains("APPLICATION FAILED TO START", "migratedb.command", "dance", "export-flyway-history");
        assertThat(ended.exitCode()).isEqualTo(1);
    }
}
