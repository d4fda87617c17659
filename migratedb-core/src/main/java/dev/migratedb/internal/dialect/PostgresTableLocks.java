package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** PostgreSQL. Its setting is taken back with the transaction that has set it. */
final class PostgresTableLocks implements TableLocks {

    private static final String NOT_AVAILABLE = "55P03";

    /** Process 0 stands for transactions that were prepared and have no session. */
    private static final String HOLDERS = """
            SELECT b.pid, CASE b.pid WHEN 0 THEN 'a prepared transaction (see pg_prepared_xacts)' ELSE
                'process ' || b.pid || ' (user ' || coalesce(a.usename, '?')
                || coalesce(', application ' || nullif(a.application_name, ''), '')
                || coalesce(', host ' || host(a.client_addr), '')
                || coalesce(', ' || a.state, '') || ')'
                || coalesce(', in a transaction for '
                    || extract(epoch FROM clock_timestamp() - a.xact_start)::bigint || ' s', '')
                || coalesce(': ' || nullif(left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200), ''), '') END
            FROM (SELECT DISTINCT unnest(pg_catalog.pg_blocking_pids(?)) AS pid) b
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
            ORDER BY a.xact_start, b.pid
            LIMIT 3
            """;

    @Override
    public String setting() {
        return "lock_timeout";
    }

    @Override
    public String limit(Duration limit) {
        return "SET lock_timeout = " + Math.max(1, limit.toMillis());
    }

    @Override
    public String limitOfTransaction(Duration limit) {
        return "SET LOCAL lock_timeout = " + Math.max(1, limit.toMillis());
    }

    @Override
    public String noLimit() {
        return "SET lock_timeout TO DEFAULT";
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return NOT_AVAILABLE.equals(failure.getSQLState());
    }

    @Override
    public long session(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public List<Holder> holders(Connection other, long waiting, Duration waited) throws SQLException {
        List<Holder> holders = new ArrayList<>();
        try (PreparedStatement statement = other.prepareStatement(HOLDERS)) {
            statement.setInt(1, Math.toIntExact(waiting));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    holders.add(new Holder(row.getLong(1), row.getString(2)));
                }
            }
        }
        return holders;
    }

    @Override
    public String end(long session) {
        return "SELECT pg_terminate_backend(" + session + ")";
    }
}
