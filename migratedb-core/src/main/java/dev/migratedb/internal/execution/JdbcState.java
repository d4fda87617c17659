package dev.migratedb.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a driver keeps of a session on its own side, where no statement brings it back. What the server keeps is the dialect's.
 *
 * @param readOnly whether the driver begins transactions that may only read
 * @param holdability of results beyond a commit
 */
record JdbcState(boolean readOnly, int holdability) {

    static JdbcState of(Connection connection) throws SQLException {
        return new JdbcState(connection.isReadOnly(), connection.getHoldability());
    }

    /** Sets back what is different now. */
    void restore(Connection connection) throws SQLException {
        JdbcState now = of(connection);
        if (now.readOnly != readOnly) {
            connection.setReadOnly(readOnly);
        }
        if (now.holdability != holdability) {
            connection.setHoldability(holdability);
        }
    }
}
