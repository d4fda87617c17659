package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The pooler PgBouncer before one database of PostgreSQL, from the installed program. Tests ask {@link #isAvailable()} first. */
public final class PgBouncer implements AutoCloseable {

    /** How long a connection of a client keeps its session of the server. */
    public enum Mode {
        SESSION,
        TRANSACTION
    }

    private static final Logger logger = LoggerFactory.getLogger(PgBouncer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Process process;
    private final Path folder;
    private final String url;
    private final FreshDatabase database;

    private PgBouncer(Process process, Path folder, String url, FreshDatabase database) {
        this.process = process;
        this.folder = folder;
        this.url = url;
        this.database = database;
    }

    /** Whether the program is installed; Debian's package is pgbouncer. */
    public static boolean isAvailable() {
        return Program.PATH.isPresent();
    }

    /**
     * Starts a pooler. The caller closes it before the database.
     *
     * @param sessions of the server, at most
     */
    public static PgBouncer before(FreshDatabase database, Mode mode, int sessions) {
        try {
            Path folder = Files.createTempDirectory("migratedb-pgbouncer-");
            int port = freePort();
            // read by another user, where that one is root
            folder.toFile().setExecutable(true, false);
            folder.toFile().setReadable(true, false);
            Path configuration =
                    Files.writeString(folder.resolve("pgbouncer.ini"), ini(database, mode, sessions, port));
            List<String> command =
                    new ArrayList<>(List.of(Program.PATH.orElseThrow().toString()));
            if ("root".equals(System.getProperty("user.name"))) {
                // as root it refuses to run
                command.addAll(List.of("-u", "nobody"));
            }
            command.add(configuration.toString());
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            String address = "jdbc:postgresql://127.0.0.1:" + port
                    + database.url().substring(database.url().lastIndexOf('/'));
            PgBouncer pooler = new PgBouncer(process, folder, address, database);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            pooler.awaitStart(log);
            return pooler;
        } catch (IOException e) {
            throw new UncheckedIOException("PgBouncer does not start", e);
        }
    }

    private static String ini(FreshDatabase database, Mode mode, int sessions, int port) {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        return """
                [databases]
                * = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getHost(),
                        server.getPort(),
                        database.user(),
                        database.password(),
                        port,
                        mode == Mode.SESSION ? "session" : "transaction",
                        sessions);
    }

    /** Opens a new connection to the pooler at each call. */
    public DataSource dataSource() {
        return PostgresTestDatabase.dataSource(url, database.user(), database.password());
    }

    private void awaitStart(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                dataSource().getConnection().close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("PgBouncer does not answer: " + Files.readString(log), e);
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

    @Override
    public void close() {
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

    private static final class Program {

        static final Optional<Path> PATH = Stream.of(
                        (System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
