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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A server of MySQL or MariaDB that ends with the JVM, with its data in a temporary folder. */
final class MysqlServer {

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

    private final String protocol;
    private final Path folder;
    private final int port;
    private final List<String> command;
    private @Nullable Process process;

    private MysqlServer(String protocol, Path folder, int port, List<String> command) {
        this.protocol = protocol;
        this.folder = folder;
        this.port = port;
        this.command = command;
    }

    String url(String database) {
        return "jdbc:" + protocol + "://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Makes the folder of data and starts the server.
     *
     * @param protocol of the driver
     * @param program the server, and what starts it
     * @param initialise a command that makes the folder of data, with that folder as its last option
     * @param options of the server, further ones
     */
    static MysqlServer start(String protocol, List<String> program, List<String> initialise, List<String> options) {
        long start = System.nanoTime();
        try {
            Path folder = DataFolder.create("migratedb-" + protocol + "-");
            Path data = folder.resolve("data");
            List<String> preparation = new ArrayList<>(initialise);
            preparation.add("--datadir=" + data);
            run(preparation, folder.resolve("initialise.log"));

            int port = freePort();
            List<String> command = new ArrayList<>(program);
            command.add("--no-defaults");
            command.addAll(asRoot());
            command.addAll(List.of(
                    "--datadir=" + data,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + folder.resolve("socket"),
                    "--pid-file=" + folder.resolve("pid")));
            command.addAll(FAST);
            command.addAll(options);
            MysqlServer server = new MysqlServer(protocol, folder, port, List.copyOf(command));
            Runtime.getRuntime().addShutdownHook(new Thread(server::end));
            server.launch();
            logger.info(
                    "{} at {} after {} ms",
                    protocol,
                    server.url(""),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The server of " + protocol + " does not start", e);
        }
    }

    /** Starts the process, and waits until it takes connections. */
    void launch() throws IOException {
        Path log = folder.resolve("server.log");
        Process launched = builder(command, log).start();
        process = launched;
        awaitStart(launched, log);
    }

    /** Ends the process at once, and waits for that; its data stay. */
    void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the process. */
    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The server does not run");
        }
        return running.pid();
    }

    /** What a server wants to be told that shall run as root. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** Temporary files are where the log is: a server that starts deletes those of others that it finds beside its own. */
    private static ProcessBuilder builder(List<String> command, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put("TMPDIR", log.resolveSibling("").toAbsolutePath().toString());
        return builder;
    }

    /** Runs a program to its end. */
    static void run(List<String> command, Path log) throws IOException {
        Process process = builder(command, log).start();
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

    private void awaitStart(Process launched, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(url(""), USER, "").close();
                return;
            } catch (SQLException e) {
                if (!launched.isAlive() || System.nanoTime() > end) {
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

    /** Ends the process, and deletes its data. */
    void end() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            logger.debug("The folder {} stays", folder, e);
        }
    }
}
