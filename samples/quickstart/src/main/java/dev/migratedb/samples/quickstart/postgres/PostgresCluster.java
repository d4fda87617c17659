package dev.migratedb.samples.quickstart.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory of a PostgreSQL, with the password and the log of its server beside it. */
final class PostgresCluster {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

    private static final int PASSWORD_BYTES = 16;

    private final Path directory;
    private final PostgresPrograms programs;
    private final String password;

    private PostgresCluster(Path directory, PostgresPrograms programs, String password) {
        this.directory = directory;
        this.programs = programs;
        this.password = password;
    }

    /** The cluster below a directory; made there if missing. */
    static PostgresCluster in(Path home, PostgresPrograms programs) throws IOException {
        Path directory = home.resolve("cluster");
        if (!Files.exists(directory)) {
            create(directory, programs);
        }
        return new PostgresCluster(directory, programs, Files.readString(directory.resolve("password")));
    }

    /** Made beside its place and moved there when it is complete: a process killed meanwhile leaves no half cluster. */
    private static void create(Path directory, PostgresPrograms programs) throws IOException {
        log.info("Creating a database in {} (first start only)", directory);
        Path unfinished = Staging.beside(directory);
        Path password = unfinished.resolve("password");
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(random));
        programs.account().own(unfinished);
        programs.account().own(password);
        programs.run(
                "initdb",
                "--pgdata=" + unfinished.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() {
        return password;
    }

    Path logFile() {
        return directory.resolve("server.log");
    }

    /** What the server has written since it was started. */
    String log() throws IOException {
        return Files.exists(logFile()) ? Files.readString(logFile()) : "(nothing)";
    }

    void start(int port) throws IOException {
        Files.deleteIfExists(logFile());
        // the server refuses a directory that others may read; a copy or an archive may have changed that
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
        programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + data(),
                "--log=" + logFile(),
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "--timeout=60",
                "--wait");
        log.info("{} is running on port {}, its data are in {}", programs.version(), port, directory);
    }

    void stop() {
        programs.run("pg_ctl", "stop", "--pgdata=" + data(), "--mode=fast", "--timeout=60", "--wait");
    }

    /**
     * Stops a server that outlived a killed application, and removes the pid file of one that was killed as well. A pid
     * file alone proves nothing: after a restart of the machine its number may belong to anybody.
     */
    void stopLeftover() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (server(Files.readString(pidFile)).isPresent()) {
            log.info("A server was left over from an earlier start; it is being stopped");
            stop();
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private Optional<ProcessHandle> server(String pidFile) {
        String firstLine = pidFile.lines().findFirst().orElse("");
        if (!firstLine.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(firstLine))
                .filter(process -> process.info().command().map(Path::of).stream()
                        .anyMatch(command -> command.startsWith(directory.getParent())));
    }

    private Path data() {
        return directory.resolve("data");
    }
}
