package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A running server of MySQL or MariaDB that ends with the JVM, with its data in a temporary folder.
 *
 * @param urlPrefix a JDBC URL that only lacks the name of the database
 */
record MysqlServer(String urlPrefix) {

    static final String USER = "root";

    private static final Logger logger = LoggerFactory.getLogger(MysqlServer.class);

    /** How long a loaded machine may take to bring a server up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(50);

    /** What a crash would destroy need not survive here. */
    private static final List<String> FAST = List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-buffer-pool-size=32M",
            "--performance-schema=ON",
            "--skip-log-bin",
            "--character-set-server=utf8mb4",
            "--max-connections=300");

    String url(String database) {
        return urlPrefix + database;
    }

    /**
     * Makes the folder of data and starts the server.
     *
     * @param protocol of the driver
     * @param program the server
     * @param initialise a command that makes the folder of data, with that folder as its last option
     * @param options of the server, further ones
     */
    static MysqlServer start(String protocol, Path program, List<String> initialise, List<String> options) {
        long start = System.nanoTime();
        try {
            Path folder = Files.createTempDirectory("migratedb-" + protocol + "-");
            Path data = folder.resolve("data");
            List<String> preparation = new ArrayList<>(initialise);
            preparation.add("--datadir=" + data);
            run(preparation, folder.resolve("initialise.log"));

            int port = freePort();
            Path log = folder.resolve("server.log");
            List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
            command.addAll(asRoot());
            command.addAll(List.of(
                    "--datadir=" + data,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + folder.resolve("socket"),
                    "--pid-file=" + folder.resolve("pid")));
            command.addAll(FAST);
            command.addAll(options);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
            MysqlServer server = new MysqlServer("jdbc:" + protocol + "://127.0.0.1:" + port + "/");
            server.awaitStart(process, log);
            logger.info(
                    "{} at {} after {} ms",
                    protocol,
                    server.urlPrefix,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The server of " + protocol + " does not start", e);
        }
    }

    /** What a server wants to be told that shall run as root. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** Runs a program to its end. */
    static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void awaitStart(Process process, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(urlPrefix, USER, "").close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("The server does not answer: " + Files.readString(log), e);
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            logger.debug("The folder {} stays", folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
