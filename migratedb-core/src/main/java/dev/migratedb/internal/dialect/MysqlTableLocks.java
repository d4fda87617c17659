package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MySQL and MariaDB, where DDL waits for metadata locks, which have a limit of their own: that for locks of rows is left alone.
 */
final class MysqlTableLocks implements TableLocks {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlTableLocks.class);

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final String IN_WORDS = """
            p.id, CONCAT('process ', p.id, ' (user ', p.user, ', host ', p.host, ', ', LOWER(p.command), ')',
                COALESCE(CONCAT(', in a transaction for ', TIMESTAMPDIFF(SECOND, t.trx_started, NOW()), ' s'), ''),
                COALESCE(CONCAT(': ', LEFT(p.info, 200)), ''))
            """;

    /** Tells exactly; not on MariaDB, and not where the performance schema is off or out of reach. */
    private static final String HOLDERS = "SELECT DISTINCT " + IN_WORDS + """
            , t.trx_started
            FROM performance_schema.metadata_locks w
            JOIN performance_schema.threads me ON me.thread_id = w.owner_thread_id AND me.processlist_id = ?
            JOIN performance_schema.metadata_locks g ON g.object_type = w.object_type
              AND g.object_schema <=> w.object_schema AND g.object_name <=> w.object_name
              AND g.lock_status = 'GRANTED' AND g.owner_thread_id <> w.owner_thread_id
            JOIN performance_schema.threads h ON h.thread_id = g.owner_thread_id
            JOIN information_schema.processlist p ON p.id = h.processlist_id
            LEFT JOIN information_schema.innodb_trx t ON t.trx_mysql_thread_id = p.id
            WHERE w.lock_status = 'PENDING'
            ORDER BY t.trx_started IS NULL, t.trx_started, p.id
            LIMIT 3
            """;

    /** Who has had a transaction open, or has been busy, for longer than the other one waits. */
    private static final String CANDIDATES = "SELECT " + IN_WORDS + """
            FROM information_schema.processlist p
            LEFT JOIN information_schema.innodb_trx t ON t.trx_mysql_thread_id = p.id
            WHERE p.id NOT IN (CONNECTION_ID(), ?)
              AND (t.trx_started <= NOW() - INTERVAL ? SECOND
                OR t.trx_started IS NULL AND p.command NOT IN ('Sleep', 'Daemon') AND p.user <> 'system user' AND p.time > ?)
            ORDER BY t.trx_started IS NULL, t.trx_started, p.id
            LIMIT 3
            """;

    private final boolean tellsExactly;

    /**
     * Creates it.
     *
     * @param tellsExactly whether the server has a table of who waits for whom
     */
    MysqlTableLocks(boolean tellsExactly) {
        this.tellsExactly = tellsExactly;
    }

    @Override
    public String setting() {
        return "lock_wait_timeout";
    }

    /** In whole seconds. */
    @Override
    public String limit(Duration limit) {
        return "SET SESSION lock_wait_timeout = " + Math.max(1, (limit.toMillis() + 999) / 1000);
    }

    @Override
    public String noLimit() {
        return "SET SESSION lock_wait_timeout = DEFAULT";
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return failure.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    @Override
    public long session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public List<Holder> holders(Connection other, long waiting, Duration waited) throws SQLException {
        if (tellsExactly) {
            try {
                List<Holder> holders = query(other, HOLDERS, waiting);
                if (!holders.isEmpty()) {
                    return holders;
                }
            } catch (SQLException ex) {
                LOG.debug("The server does not tell who holds a metadata lock; transactions are looked at", ex);
            }
        }
        return query(other, CANDIDATES, waiting, waited.toSeconds(), waited.toSeconds());
    }

    private static List<Holder> query(Connection connection, String sql, long... values) throws SQLException {
        List<Holder> holders = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    holders.add(new Holder(row.getLong(1), row.getString(2).replaceAll("\\s+", " ")));
                }
            }
        }
        return holders;
    }

    @Override
    public String end(long session) {
        return "KILL " + session;
    }
}
