package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/** The server's processes. A pooler greets with a number of its own, under which it takes requests to cancel. */
final class PostgresBackends implements Backends {

    /** Among the settings of a captured session, since it comes with the same statement. */
    static final String NAME = "migratedb.backend";

    /** A session that waits for its client is at work elsewhere, such as in Java. */
    private static final String WAITS_FOR = """
            SELECT wait_event || ' (' || wait_event_type || ')' FROM pg_catalog.pg_stat_activity
            WHERE pid = ? AND wait_event_type NOT IN ('Client', 'Activity')
            """;

    private final UnaryOperator<String> useSchemaInTransaction;

    PostgresBackends(UnaryOperator<String> useSchemaInTransaction) {
        this.useSchemaInTransaction = useSchemaInTransaction;
    }

    @Override
    public int greeted(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? connection.unwrap(PGConnection.class).getBackendPID()
                : 0;
    }

    @Override
    public int of(SessionState state) {
        return Integer.parseInt(Objects.requireNonNull(state.settings().get(NAME)));
    }

    @Override
    public int current(JdbcOperations jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class));
    }

    @Override
    public int keepStatementsAfter(Connection connection, int threshold) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int before = postgres.getPrepareThreshold();
        postgres.setPrepareThreshold(threshold);
        return before;
    }

    @Override
    public @Nullable String waitsFor(Connection other, int session) throws SQLException {
        List<TableLocks.Holder> holders = new PostgresTableLocks().holders(other, session, Duration.ZERO);
        if (!holders.isEmpty()) {
            return holders.stream().map(TableLocks.Holder::inWords).collect(Collectors.joining(" and "));
        }
        try (PreparedStatement statement = other.prepareStatement(WAITS_FOR)) {
            statement.setInt(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    @Override
    public String useSchemaInTransaction(String schema) {
        return useSchemaInTransaction.apply(schema);
    }
}
