package dev.migratedb.internal.dialect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A lock of the database that belongs to a session, needs no transaction, and is gone with its session. All methods are
 * called in autocommit: a waiter that held a snapshot would block {@code CREATE INDEX CONCURRENTLY} of the holder.
 */
public interface AdvisoryLock {

    /** Takes the lock if it is free, and has the server notice soon when this process dies. Never waits. */
    boolean tryLock(JdbcOperations jdbc, TableName history);

    /** Gives the lock back; false if the session did not hold it. */
    boolean unlock(JdbcOperations jdbc, TableName history);

    /** Who holds the lock, in words; null where nobody does. */
    @Nullable
    String holder(JdbcOperations jdbc, TableName history);

    /** How others learn that the process of the holder is dead; empty where the server notices that by itself, or nobody shall. */
    default Optional<LifeSigns> lifeSigns() {
        return Optional.empty();
    }
}
