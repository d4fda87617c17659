package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/** The server's processes. A pooler greets with a number of its own, under which it takes requests to cancel. */
final class PostgresBackends implements Backends {

    /** Among the settings of a captured session, since it comes with the same statement. */
    static final String NAME = "migratedb.backend";

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
    public String useSchemaInTransaction(String schema) {
        return useSchemaInTransaction.apply(schema);
    }
}
