package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Signs that the process lives which holds an {@link AdvisoryLock}. A server that looks at its client only when it has something
 * to tell it does not notice a death in the middle of a statement, and keeps the lock until that ends. The end of a session that
 * is idle it notices at once: such sessions hold the signs. All methods but the first are called in autocommit.
 */
public interface LifeSigns {

    /** How many signs there are: one that is lost must not look like a death. */
    int COUNT = 2;

    /**
     * The number of the session that the driver was greeted with, which takes no statement; 0 where the driver does not tell.
     * A proxy greets with a number of its own.
     */
    long greeted(Connection connection) throws SQLException;

    /**
     * Shows a sign, or sees to it that it is still there.
     *
     * @param idle on a session that is used for nothing else
     * @param greeted the number that this session's driver was greeted with
     * @param holder the number of the session that holds the lock
     * @param sign which one, from 0 on
     * @return whether it is shown; null if it cannot be: on this server that session does not hold the lock, or a proxy is in between
     */
    @Nullable
    Boolean show(JdbcOperations idle, long greeted, TableName history, long holder, int sign);

    /** Takes a sign back. */
    void hide(JdbcOperations idle, long holder, int sign);

    /** What somebody who waits for the lock sees. */
    Sight look(JdbcOperations waiter, TableName history);

    /**
     * Ends a session, whatever it does, unless it has ended by itself: the server rolls its transaction back, and frees its
     * locks.
     *
     * @throws org.springframework.dao.DataAccessException if this user may not
     */
    void end(JdbcOperations waiter, long session);

    /**
     * What is seen at one moment.
     *
     * @param own the number of the session that looks, as the server has it
     * @param holder the number of the session that holds the lock; 0 if it is free
     * @param signs how many signs of it are shown
     */
    record Sight(long own, long holder, int signs) {}
}
