package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * How a database limits the time that a statement waits for the lock of a table, and what it tells of those who hold it.
 * Stateless and thread-safe.
 */
public interface TableLocks {

    /** A session that holds a lock. */
    record Holder(long session, String inWords) {}

    /** The name of the setting that limits the time. */
    String setting();

    /** The statement that sets a limit for the session, until it is set again. A limit is never made shorter. */
    String limit(Duration limit);

    /** The statement that sets a limit for the transaction only, where the session may be another one in the next. */
    default String limitOfTransaction(Duration limit) {
        return limit(limit);
    }

    /** The statement that gives the session the limit that it would have by itself. */
    String noLimit();

    /** Whether a statement failed since it has waited for a lock. */
    boolean isTimeout(SQLException failure);

    /** The number of the session, as {@link Holder} has it. */
    long session(Connection connection) throws SQLException;

    /**
     * Who holds what a session waits for; the oldest first, and no more than a few.
     *
     * @param other a connection that does not wait
     * @param waiting the session that waits
     * @param waited how long it has waited at least
     */
    List<Holder> holders(Connection other, long waiting, Duration waited) throws SQLException;

    /** The statement that ends a session. */
    String end(long session);
}
