package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.AdvisoryLock;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** A lock that belongs to the session of the work connection. */
public final class SessionRunLock implements RunLock {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final JdbcOperations jdbc;
    private final AdvisoryLock lock;
    private final TableName history;
    private final LockWait wait;

    /**
     * Creates the lock.
     *
     * @param jdbc on the work connection, in autocommit while the lock is taken and given back
     * @param history whose lock it is
     * @param wait for the lock
     */
    public SessionRunLock(JdbcOperations jdbc, AdvisoryLock lock, TableName history, LockWait wait) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.history = history;
        this.wait = wait;
    }

    @Override
    public void acquire() {
        wait.until(() -> lock.tryLock(jdbc, history), () -> lock.holder(jdbc, history));
    }

    @Override
    public boolean release() {
        try {
            return lock.unlock(jdbc, history);
        } catch (DataAccessException ex) {
            LOG.debug("The lock could not be given back; it ends with its connection", ex);
            return false;
        }
    }

    @Override
    public @Nullable Condition condition() {
        return null;
    }

    @Override
    public MigrateDbException lost() {
        return new MigrateDbException(
                ErrorCode.LEASE_LOST, "The connection that held the lock was lost, and with it the lock.");
    }
}
