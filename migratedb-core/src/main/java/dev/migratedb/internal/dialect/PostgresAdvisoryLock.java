package dev.migratedb.internal.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** PostgreSQL's advisory lock of a session. */
final class PostgresAdvisoryLock implements AdvisoryLock {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAdvisoryLock.class);

    /**
     * A server notices that its client died only when it next talks to it, which is at the end of a long statement, unless it
     * is told to look (PostgreSQL 14 and later; the platform of the server must be able to). Keep-alives find a machine
     * that has vanished.
     */
    private static final String NOTICE_DEATH = """
            SELECT set_config(name, value, false)
            FROM (VALUES ('client_connection_check_interval', '1s'), ('tcp_keepalives_idle', '30'),
                         ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3')) AS s (name, value)
            WHERE current_setting(name, true) IS NOT NULL
            """;

    /** What Flyway adds to the hash of its table's name. */
    private static final long FLYWAY = 77431708279161L;

    private final ToLongFunction<TableName> key;
    private final boolean noticesDeath;

    private PostgresAdvisoryLock(ToLongFunction<TableName> key, boolean noticesDeath) {
        this.key = key;
        this.noticesDeath = noticesDeath;
    }

    /**
     * The lock of this engine. Its key is the first eight bytes of the SHA-256 of the history table's name, so that histories
     * in one database do not wait for each other.
     */
    static PostgresAdvisoryLock own() {
        return new PostgresAdvisoryLock(PostgresAdvisoryLock::key, true);
    }

    /**
     * The lock of Flyway, with Flyway's key. A session that takes it has the own lock already, and notices deaths.
     *
     * @param quote a table with its schema, quoted
     */
    static PostgresAdvisoryLock ofFlyway(Function<TableName, String> quote) {
        return new PostgresAdvisoryLock(table -> FLYWAY + quote.apply(table).hashCode(), false);
    }

    @Override
    public boolean tryLock(JdbcOperations jdbc, TableName history) {
        boolean locked = Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_lock(?)", Boolean.class, key.applyAsLong(history)));
        if (locked && noticesDeath) {
            noticeDeath(jdbc);
        }
        return locked;
    }

    private static void noticeDeath(JdbcOperations jdbc) {
        try {
            jdbc.query(NOTICE_DEATH, row -> {});
        } catch (DataAccessException ex) {
            LOG.debug("The server cannot look out for the death of its clients: {}", ex.getMessage());
        }
    }

    @Override
    public boolean unlock(JdbcOperations jdbc, TableName history) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_advisory_unlock(?)", Boolean.class, key.applyAsLong(history)));
    }

    @Override
    public @Nullable String holder(JdbcOperations jdbc, TableName history) {
        long key = this.key.applyAsLong(history);
        List<String> holders = jdbc.query("""
                SELECT 'process ' || l.pid || ' (user ' || coalesce(a.usename, '?')
                  || coalesce(', application ' || nullif(a.application_name, ''), '')
                  || coalesce(', host ' || host(a.client_addr), '')
                  || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'), '')
                  || coalesce(', ' || CASE a.state WHEN 'active' THEN 'runs' ELSE a.state || ', last ran' END
                       || ' since ' || extract(epoch FROM clock_timestamp() - a.query_start)::int || ' s: '
                       || nullif(a.query, ''), '') || ')'
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                  AND l.classid::bigint = ? AND l.objid::bigint = ?
                """, (row, number) -> row.getString(1), key >>> 32, key & 0xFFFFFFFFL);
        return holders.isEmpty() ? null : holders.get(0);
    }

    private static long key(TableName history) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("migratedb " + history.schema() + "\0" + history.table())
                            .getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }
}
