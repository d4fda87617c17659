package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.AdvisoryLock;
import dev.migratedb.internal.dialect.LifeSigns;
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
    private final @Nullable LifeSigns signs;
    private final ConnectionSource connections;
    private @Nullable Pulse pulse;

    /**
     * Creates the lock.
     *
     * @param jdbc on the work connection, in autocommit while the lock is taken and given back
     * @param history whose lock it is
     * @param wait for the lock
     * @param connections opens those on which a run that takes longer shows that it lives, where the server does not notice
     */
    public SessionRunLock(
            JdbcOperations jdbc, AdvisoryLock lock, TableName history, LockWait wait, ConnectionSource connections) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.history = history;
        this.wait = wait;
        this.signs = lock.lifeSigns().orElse(null);
        this.connections = connections;
    }

    @Override
    public void acquire() {
        wait.until(attempt(), () -> lock.holder(jdbc, history));
        if (signs != null) {
            pulse = Pulse.of(jdbc, signs, history, connections);
        }
    }

    private LockWait.Attempt attempt() {
        LockWait.Attempt attempt = () -> lock.tryLock(jdbc, history);
        return signs == null ? attempt : new DeathWatch(attempt, jdbc, signs, history);
    }

    /** First the lock: without signs of life, while it is held, this run would look dead. */
    @Override
    public boolean release() {
        try {
            return unlock();
        } finally {
            if (pulse != null) {
                pulse.stop();
            }
        }
    }

    private boolean unlock() {
        try {
            return lock.unlock(jdbc, history);
        } catch (DataAccessException ex) {
            LOG.debug("The lock could not be given back; it ends with its connection", ex);
            return false;
        }
    }

    @Override
    public @Nullable String holder() {
        return wait.shown(lock.holder(jdbc, history));
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
