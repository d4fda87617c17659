package dev.migratedb.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A running server that ends with the JVM.
 *
 * @param urlPrefix a JDBC URL that only lacks the name of the database
 */
record PostgresServer(String urlPrefix, String user, String password) {

    static final String KIND_PROPERTY = "migratedb.test.postgres";

    private static final Logger logger = LoggerFactory.getLogger(PostgresServer.class);

    /** Of the same major version as the embedded binaries. */
    private static final String IMAGE = "postgres:17-alpine";

    /** What a crash would destroy need not survive here. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "300");

    /** How long a loaded machine may take to bring a server up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private enum Kind {
        CONTAINER,
        EMBEDDED
    }

    static PostgresServer start() {
        Kind kind = kind();
        long start = System.nanoTime();
        PostgresServer server = switch (kind) {
            case CONTAINER -> container();
            case EMBEDDED -> embedded();
        };
        logger.info(
                "PostgreSQL ({}) at {} after {} ms",
                kind.name().toLowerCase(Locale.ROOT),
                server.urlPrefix,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return server;
    }

    String url(String database) {
        return urlPrefix + database;
    }

    private static Kind kind() {
        String asked = System.getProperty(KIND_PROPERTY, "");
        if (!asked.isEmpty()) {
            return Kind.valueOf(asked.toUpperCase(Locale.ROOT));
        }
        return DockerClientFactory.instance().isDockerAvailable() ? Kind.CONTAINER : Kind.EMBEDDED;
    }

    private static PostgresServer embedded() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
        FAST.forEach(builder::setServerConfig);
        try {
            // stopped by the library's own shutdown hook, which deletes the folder too
            builder.setDataDirectory(DataFolder.create("migratedb-postgres-"));
            EmbeddedPostgres server = builder.start();
            return new PostgresServer("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    // stopped by Testcontainers when the JVM ends
    @SuppressWarnings("resource")
    private static PostgresServer container() {
        StringBuilder command = new StringBuilder("postgres");
        FAST.forEach(
                (name, value) -> command.append(" -c ").append(name).append('=').append(value));
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE).withStartupTimeout(PATIENCE).withCommand(command.toString());
        container.start();
        String address = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new PostgresServer(
                "jdbc:postgresql://" + address + "/", container.getUsername(), container.getPassword());
    }
}
