package dev.migratedb.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A server of PostgreSQL for one test, which may let it crash, start it again, and make a replica of it. */
public final class OwnPostgres implements CrashingServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String USER = "postgres";

    private final Path data;
    private final AtomicInteger databases = new AtomicInteger();
    private int port;
    private @Nullable EmbeddedPostgres server;

    private OwnPostgres(Path data) {
        this.data = data;
    }

    /** Starts a server that loses nothing which it has committed; the caller closes it. */
    public static OwnPostgres start() {
        try {
            OwnPostgres postgres = new OwnPostgres(DataFolder.create("migratedb-own-postgres-"));
            postgres.startAgain();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the database that every server has; unpooled. */
    public DataSource dataSource() {
        return PostgresTestDatabase.dataSource(url("postgres"), USER, USER);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public FreshDatabase freshDatabase() {
        String database = "test_" + databases.incrementAndGet();
        JdbcClient admin = JdbcClient.create(dataSource());
        admin.sql("create database " + database).update();
        return new FreshDatabase(
                url(database),
                USER,
                USER,
                PostgresTestDatabase.dataSource(url(database), USER, USER),
                () -> admin.sql("drop database " + database + " with (force)").update());
    }

    /** Kills all of its processes, as a machine does that loses its power, but for what the disk has not got. */
    @Override
    public void crash() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    /** The number of the process that starts all others. */
    long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what is left of the server and starts it on its data, at the same port. */
    @Override
    public void startAgain() {
        try {
            stop();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on");
            if (port != 0) {
                builder.setPort(port);
            }
            server = builder.start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    /** Starts the server again as a replica, which follows nobody and can only be read. */
    public void becomeReplica() {
        try {
            stop();
            Files.createFile(data.resolve("standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startAgain();
    }

    private void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void close() {
        try {
            stop();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
