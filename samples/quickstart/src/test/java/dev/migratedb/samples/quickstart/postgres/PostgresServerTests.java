package dev.migratedb.samples.quickstart.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

class PostgresServerTests {

    @TempDir
    static Path temporary;

    private Path directory;

    /** The unpacked programs stay, each test begins without a cluster. */
    @BeforeEach
    void removeCluster() throws IOException {
        directory = temporary.resolve("a name with blanks");
        FileSystemUtils.deleteRecursively(directory.resolve("cluster"));
    }

    @Test
    void keepsItsDataAfterItsProcessWasKilledAndStopsTheServerThatOutlivedIt() throws Exception {
        Process killed = startElsewhere(directory);
        ProcessHandle outlived = serverOf(directory);
        killed.destroyForcibly().waitFor();
        assertThat(outlived.isAlive()).isTrue();

        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(serverOf(directory)).isNotEqualTo(outlived);
            assertThat(client(server)
                            .sql("SELECT word FROM kept")
                            .query(String.class)
                            .list())
                    .containsExactly("still here");
        }
    }

    @Test
    void startsAlthoughItsPidFileNamesAProcessOfSomebodyElse() throws IOException {
        PostgresServer.start(directory).close();
        ProcessHandle somebody = ProcessHandle.current();
        Files.writeString(directory.resolve("cluster/data/postmaster.pid"), somebody.pid() + "\n");

        assertStarts(directory);
        assertThat(somebody.isAlive()).isTrue();
    }

    @Test
    void startsAfterAFirstStartThatDiedWhileItUnpackedOrMadeTheCluster() throws IOException {
        Path half = Files.createDirectories(directory.resolve("unfinished-1/bin"));
        Files.writeString(half.resolve("postgres"), "half of");

        assertStarts(directory);
        assertThat(names(directory)).noneMatch(name -> name.startsWith("unfinished"));
    }

    @Test
    void startsOnADataDirectoryThatACopyHasMadeReadableForAll() throws IOException {
        PostgresServer.start(directory).close();
        Files.setPosixFilePermissions(directory.resolve("cluster/data"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertStarts(directory);
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (PostgresServer first = PostgresServer.start(directory)) {
            assertThatExceptionOfType(PostgresUnavailableException.class)
                    .isThrownBy(() -> PostgresServer.start(directory))
                    .withMessageContaining("Another quickstart is running on")
                    .satisfies(ex -> assertThat(ex.action()).contains("--quickstart.data-directory"));
            assertThat(client(first).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void saysOnWhichPlatformsItRuns() {
        assertThatExceptionOfType(PostgresUnavailableException.class)
                .isThrownBy(() -> PostgresPrograms.archive("Windows 11", "amd64"))
                .withMessageContaining("Windows 11 on amd64")
                .satisfies(ex -> assertThat(ex.action()).contains("--spring.profiles.active=own-postgres"));
    }

    private static void assertStarts(Path home) {
        try (PostgresServer server = PostgresServer.start(home)) {
            assertThat(client(server)
                            .sql("SHOW server_version")
                            .query(String.class)
                            .single())
                    .startsWith("17.");
        }
    }

    private static JdbcClient client(PostgresServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
    }

    private static ProcessHandle serverOf(Path home) throws IOException {
        List<String> pidFile = Files.readAllLines(home.resolve("cluster/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(pidFile.get(0))).orElseThrow();
    }

    private static List<String> names(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Starts a server in a JVM of its own, which then waits to be killed. */
    private static Process startElsewhere(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitsToBeKilled.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(WaitsToBeKilled.READY)) {
                return process;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("The other JVM ended:\n" + read);
    }

    static final class WaitsToBeKilled {

        static final String READY = "ready to be killed";

        public static void main(String[] args) throws InterruptedException {
            PostgresServer server = PostgresServer.start(Path.of(args[0]));
            client(server)
                    .sql("CREATE TABLE kept AS SELECT 'still here' AS word")
                    .update();
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }
}
