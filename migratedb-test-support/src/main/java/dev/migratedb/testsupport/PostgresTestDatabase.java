package dev.migratedb.testsupport;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL: one server for the whole JVM, started when the first test asks for it, and a database of its own for each
 * test.
 *
 * <p>The server runs in a container where Docker runs, else from binaries that are embedded in a jar. The system
 * property {@value PostgresServer#KIND_PROPERTY} with the value {@code container} or {@code embedded} leaves no choice.
 */
public final class PostgresTestDatabase implements TestDatabase {

    private final PostgresServer server;
    private final JdbcClient admin;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresTestDatabase(PostgresServer server) {
        this.server = server;
        this.admin = JdbcClient.create(dataSource(server.url("postgres")));
    }

    public static PostgresTestDatabase get() {
        return Started.INSTANCE;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public FreshDatabase freshDatabase() {
        String database = "test_" + databases.incrementAndGet();
        admin.sql("create database " + database + " template template1").update();
        String url = server.url(database);
        return new FreshDatabase(
                url,
                server.user(),
                server.password(),
                dataSource(url),
                () -> admin.sql("drop database " + database + " with (force)").update());
    }

    private DataSource dataSource(String url) {
        return dataSource(url, server.user(), server.password());
    }

    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static final class Started {

        static final PostgresTestDatabase INSTANCE = new PostgresTestDatabase(PostgresServer.start());
    }
}
