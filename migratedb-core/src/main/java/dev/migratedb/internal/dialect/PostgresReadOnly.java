package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/** What a server of PostgreSQL says about why it lets nothing be changed. */
final class PostgresReadOnly {

    private static final String REPLICA =
            "the server is a replica, which follows another one and takes changes only from"
                    + " there. Connect to the primary, or let the driver find it: 'targetServerType=primary' with all hosts in the URL.";

    static final String SETTING = "'default_transaction_read_only' is on for this session. Set it off for the user, for"
            + " the database or in 'options' of the URL.";

    private PostgresReadOnly() {}

    /** Servers from version 14 on tell it when the client connects, and when it changes. */
    static @Nullable String because(Connection connection, JdbcOperations jdbc) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            PGConnection driver = connection.unwrap(PGConnection.class);
            String replica = driver.getParameterStatus("in_hot_standby");
            String setting = driver.getParameterStatus("default_transaction_read_only");
            if (replica != null && setting != null) {
                return because(replica.equals("on"), setting.equals("on"));
            }
        }
        return jdbc.query(
                "SELECT pg_is_in_recovery(), current_setting('default_transaction_read_only')::boolean",
                row -> row.next() ? because(row.getBoolean(1), row.getBoolean(2)) : null);
    }

    private static @Nullable String because(boolean replica, boolean setting) {
        if (replica) {
            return REPLICA;
        }
        return setting ? SETTING : null;
    }
}
