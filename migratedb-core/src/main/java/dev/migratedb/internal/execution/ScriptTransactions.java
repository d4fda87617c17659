package dev.migratedb.internal.execution;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Transactions within a script.
 *
 * @param work the connection
 */
record ScriptTransactions(WorkConnection work) {

    /** Commits what a script that runs in a transaction has done so far; it goes on in another one. */
    void commit() {
        try {
            work.connection().commit();
        } catch (SQLException ex) {
            throw failed(ex);
        }
        written();
    }

    /** To be called when something was committed by itself. */
    void written() {
        work.writeCommits();
    }

    /** Begins a transaction for a statement of a script that has none, and what is noted of it. */
    void begin() {
        autoCommit(false);
    }

    /** Takes back what such a transaction has done; the next statement is in another one. */
    void rollback() {
        try {
            work.connection().rollback();
        } catch (SQLException ex) {
            throw failed(ex);
        }
    }

    /** Commits such a transaction. */
    void end() {
        commit();
        autoCommit(true);
    }

    private void autoCommit(boolean on) {
        try {
            work.connection().setAutoCommit(on);
        } catch (SQLException ex) {
            throw failed(ex);
        }
    }

    private static DataAccessResourceFailureException failed(SQLException cause) {
        return new DataAccessResourceFailureException(
                "A transaction of the script could not be begun or ended: " + cause.getMessage(), cause);
    }
}
