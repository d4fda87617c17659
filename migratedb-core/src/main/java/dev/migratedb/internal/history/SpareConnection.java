package dev.migratedb.internal.history;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection beside that of the run, in autocommit while it is used. It goes back as it came. */
final class SpareConnection {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final Connection connection;
    private final boolean autoCommit;
    private final JdbcOperations jdbc;

    private SpareConnection(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** Takes over a connection, which is closed if it is of no use. */
    static SpareConnection of(Connection connection) throws SQLException {
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new SpareConnection(connection, autoCommit);
        } catch (SQLException ex) {
            close(connection);
            throw ex;
        }
    }

    JdbcOperations jdbc() {
        return jdbc;
    }

    /** Gives it back. */
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

    /** Ends it, with all that its session holds. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException ex) {
            LOG.debug("A second connection could not be aborted", ex);
        }
        close(connection);
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ex) {
            LOG.debug("A second connection could not be closed", ex);
        }
    }
}
