package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after what code of the user leaves of a transaction. */
record TransactionChecks(Dialect dialect) {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionChecks.class);

    /** Whether a connection is in autocommit. */
    boolean isAutoCommit(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException ex) {
            LOG.debug("The connection does not tell whether it is in autocommit", ex);
            return false;
        }
    }

    /** What is done without a transaction must not leave one open: all that follows would be in it, and lost with it. */
    void refuseOpen(Connection connection) {
        try {
            if (dialect.isTransactionOpen(connection)) {
                throw new MigrateDbException(
                        ErrorCode.MIGRATION_FAILED,
                        "It has left a transaction open, which was rolled back. Whoever begins a transaction, or switches"
                                + " autocommit off, must also commit or roll back, and switch autocommit on again.");
            }
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /** A commit of what the database will only roll back would be told as a success by some. */
    void refuseFailed(Connection connection) {
        try {
            if (dialect.isTransactionFailed(connection)) {
                throw new MigrateDbException(
                        ErrorCode.MIGRATION_FAILED,
                        "A statement failed and its exception was caught, but the database can only roll the transaction back."
                                + " Let the exception through, or put a savepoint before a statement that may fail.");
            }
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /** Takes back what a script has left open that manages its transactions itself. */
    void rollbackLeftOver(Connection connection) {
        try {
            dialect.rollbackLeftOver(connection);
        } catch (SQLException ex) {
            LOG.debug("The connection could not be rolled back", ex);
        }
    }
}
