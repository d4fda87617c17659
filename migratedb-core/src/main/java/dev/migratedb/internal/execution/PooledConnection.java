package dev.migratedb.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection in autocommit, with what is to be set back when it is returned.
 *
 * @param connection the connection
 * @param autoCommit as its pool has it
 */
record PooledConnection(Connection connection, boolean autoCommit) {

    private static final Logger LOG = LoggerFactory.getLogger(PooledConnection.class);

    /** Takes a connection. */
    static PooledConnection from(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new PooledConnection(connection, autoCommit);
        } catch (SQLException ex) {
            close(connection);
            throw ex;
        }
    }

    /** Gives it back as it was. */
    void close() {
        try {
            if (!autoCommit && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException ex) {
            LOG.debug("Autocommit could not be set back", ex);
        }
        close(connection);
    }

    /** Ends it, so that nobody inherits its session. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException ex) {
            LOG.debug("The connection could not be aborted", ex);
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ex) {
            LOG.debug("The connection could not be closed", ex);
        }
    }
}
