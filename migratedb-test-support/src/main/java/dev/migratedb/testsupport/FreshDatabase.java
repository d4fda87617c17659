package dev.migratedb.testsupport;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One empty database, with the questions that tests ask about its content. Closing it drops it, open connections
 * included.
 */
public final class FreshDatabase implements AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final CatalogQueries queries;
    private final Runnable drop;
    private final AtomicBoolean closed = new AtomicBoolean();

    FreshDatabase(String url, String user, String password, DataSource dataSource, Runnable drop) {
        this(url, user, password, dataSource, dataSource, CatalogQueries.STANDARD, drop);
    }

    /**
     * Wraps a database.
     *
     * @param forTests what the tests themselves ask with
     */
    FreshDatabase(
            String url,
            String user,
            String password,
            DataSource dataSource,
            DataSource forTests,
            CatalogQueries queries,
            Runnable drop) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(forTests);
        this.queries = queries;
        this.drop = drop;
    }

    /** The JDBC URL, without user and password; another process can use it too. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /**
     * Opens a new physical connection at each call: no pool, so that a test sees what the tested code does by itself.
     */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A client for preparations and assertions. Its connections are its own; {@code "} quotes identifiers in its SQL. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Runs statements one by one, each in a transaction of its own. */
    public void execute(String... statements) {
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
    }

    /** The number of rows of a table. */
    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The first column of each row, as text ({@code null} as "null"), in the order of the query. */
    public List<String> strings(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** The tables of the current schema, without views; in lower case whatever the database makes of names; sorted. */
    public List<String> tables() {
        return strings(queries.tables());
    }

    /** All schemas. */
    public List<String> schemas() {
        return strings(queries.schemas());
    }

    /** The schema that unqualified names mean. */
    public String currentSchema() {
        return strings(queries.currentSchema()).get(0);
    }

    /** The user of a connection, as the database tells it; empty where it knows no users. */
    public String currentUser() {
        return strings(queries.currentUser()).get(0);
    }

    /** Drops the database. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            drop.run();
        }
    }
}
