package dev.migratedb.internal.history;

import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a second run from changing the same history at the same time. Used by the thread of the run only. */
public interface RunLock {

    /** What the table of a lease is called, after the name of the history table. */
    String TABLE_SUFFIX = "_lock";

    /**
     * Waits until the lock is free and takes it.
     *
     * @throws MigrateDbException with code {@code LOCK_TIMEOUT} if it was not free in time, or the thread was interrupted
     */
    void acquire();

    /**
     * Gives the lock back.
     *
     * @return false if that was not possible; the connection must then not be used any more
     */
    boolean release();

    /**
     * Gives the lock back together with everything that it needs in the database, so that nothing is left of it. Runs that
     * wait for it make that again.
     *
     * @return as with {@link #release}
     */
    default boolean dispose() {
        return release();
    }

    /**
     * To be called at the begin of a transaction that will write a row, and before the row. Where a database has one writer at
     * a time, this becomes that writer, and the lock is held as long as the transaction takes.
     *
     * @throws MigrateDbException that {@link #lost} makes, if the lock is held no more
     */
    default void confirm() {}

    /** To be called when the run begins something, for those who wait for it. */
    default void doing(String what) {}

    /** Who holds the lock, in words and without secrets; null where nobody does. Needs nothing that is not there. */
    @Nullable
    String holder();

    /** What must be true for a row to be written; null where the connection itself dies with the lock. */
    @Nullable
    Condition condition();

    /** The exception for a lock that was lost while the run went on. */
    MigrateDbException lost();

    /**
     * A condition in SQL.
     *
     * @param sql with question marks
     * @param values for the question marks
     */
    record Condition(String sql, List<Object> values) {

        public Condition {
            values = List.copyOf(values);
        }
    }
}
