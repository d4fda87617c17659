package dev.migratedb.samples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The waiting application and its job, as two processes. */
class SeparateJobTests {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SeparateJobApplication.class.getName(),
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("teas") + ";AUTO_SERVER=TRUE",
                "--server.port=0"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void awaitOutput(String name, Process process, String text) {
        await().atMost(LONG).until(() -> output(name).contains(text) || !process.isAlive());
        assertThat(output(name)).contains(text);
    }

    @Test
    void theApplicationWaitsForTheJobAndThenStarts() throws Exception {
        Process application = start("application");
        awaitOutput("application", application, "2 migrations are pending (1, 2)");
        assertThat(output("application")).doesNotContain("Tomcat started", "The database is ready");

        Process job = start("job", "--migratedb.command=migrate");
        assertThat(job.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(output("job"))
                .contains("Successfully applied 2 migrations (1, 2)")
                .doesNotContain("Tomcat", "EntityManagerFactory", "WARN", "ERROR");
        assertThat(job.exitValue()).isZero();
        awaitOutput("application", application, "Started SeparateJobApplication");
        assertThat(output("application"))
                .containsSubsequence("Waiting for the migrations", "The database is ready", "Tomcat started");
        assertThat(teas()).contains("Darjeeling", "Rooibos", "Sencha");
    }

    @Test
    void anApplicationThatWaitsEndsSoonWhenItIsToldTo() throws Exception {
        Process application = start("application");
        awaitOutput("application", application, "2 migrations are pending (1, 2)");

        application.destroy();

        assertThat(application.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(output("application")).contains("The run is stopped, since the process is being shut down");
    }

    private String teas() throws IOException, InterruptedException {
        Matcher port = PORT.matcher(output("application"));
        assertThat(port.find()).isTrue();
        URI address = URI.create("http://localhost:" + port.group(1) + "/teas");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
