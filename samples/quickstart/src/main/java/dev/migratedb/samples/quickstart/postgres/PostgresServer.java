package dev.migratedb.samples.quickstart.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL with its programs and its data in one directory of its own. Listens on a free port of the loopback
 * address only. What it stores is there again at the next start, also after this process was killed at any moment.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    private static final int ATTEMPTS = 3;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String OTHER_DIRECTORY = "choose another directory with --quickstart.data-directory=<path>.";

    private final FileChannel lock;
    private final PostgresCluster cluster;
    private final int port;

    private PostgresServer(FileChannel lock, PostgresCluster cluster, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts the server; the first time, this unpacks it and makes its data directory.
     *
     * @param home the directory for everything; made if missing
     * @throws PostgresUnavailableException if another process uses the directory, or if PostgreSQL does not start
     */
    static PostgresServer start(Path home) {
        try {
            Path directory = Files.createDirectories(home).toRealPath();
            FileChannel lock = lock(directory.resolve("lock"));
            try {
                PostgresPrograms programs = PostgresPrograms.in(directory);
                PostgresCluster cluster = PostgresCluster.in(directory, programs);
                cluster.stopLeftover();
                return new PostgresServer(lock, cluster, startOnFreePort(cluster));
            } catch (IOException | RuntimeException ex) {
                lock.close();
                throw ex;
            }
        } catch (AccessDeniedException ex) {
            throw new PostgresUnavailableException(
                    "No access to " + ex.getFile() + ", probably made by another user.",
                    "Delete " + home.toAbsolutePath() + ", or " + OTHER_DIRECTORY,
                    ex);
        } catch (IOException ex) {
            throw new PostgresUnavailableException(
                    "PostgreSQL could not be set up in " + home.toAbsolutePath() + ": " + ex,
                    "See to it that the directory can be written to, or " + OTHER_DIRECTORY,
                    ex);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return PostgresCluster.USER;
    }

    String password() {
        return cluster.password();
    }

    /** Stops the server, whoever is connected; its data stay. */
    @Override
    public void close() {
        try (lock) {
            cluster.stop();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The lock dies with the process, so a killed one leaves nothing behind that would stand in the way. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ex) {
            log.debug("{} is locked by this process", file);
        }
        channel.close();
        throw new PostgresUnavailableException(
                "Another quickstart is running on " + file.getParent() + ".", "Stop it, or " + OTHER_DIRECTORY, null);
    }

    private static int startOnFreePort(PostgresCluster cluster) throws IOException {
        @Nullable PostgresUnavailableException failure = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            try {
                cluster.start(port);
                return port;
            } catch (PostgresUnavailableException ex) {
                failure = ex;
                if (!cluster.log().contains("could not bind")) {
                    break;
                }
            }
        }
        throw new PostgresUnavailableException(
                "PostgreSQL does not start. Its log, " + cluster.logFile() + ", says:\n\n" + cluster.log(),
                "Mend what the log says. " + PostgresUnavailableException.USE_OWN,
                failure);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
