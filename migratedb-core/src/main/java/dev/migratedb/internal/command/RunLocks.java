package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * The locks that a run holds. A connection that is lost while the run waits for them is made again, as often as connecting may
 * be tried again: nothing was done on it yet.
 */
final class RunLocks {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final RunContext run;
    /** Taken in this order, and given back in the opposite one. */
    private final Deque<RunLock> held = new ArrayDeque<>();

    RunLocks(RunContext run) {
        this.run = run;
    }

    /**
     * Waits for the lock of the run, then for that of Flyway.
     *
     * @param flyways whether for that of Flyway; asked under the own one
     * @return the own one
     */
    RunLock acquire(BooleanSupplier flyways) {
        for (int losses = 1; ; losses++) {
            try {
                return acquireBoth(flyways);
            } catch (DataAccessException ex) {
                reconnect(losses, ex);
            }
        }
    }

    private RunLock acquireBoth(BooleanSupplier flyways) {
        RunLock own = Locks.forRun(run);
        acquire(own);
        RunLock flyway = Locks.ofFlyway(run);
        if (flyway != null && flyways.getAsBoolean()) {
            acquire(flyway);
        }
        return own;
    }

    private void acquire(RunLock lock) {
        lock.acquire();
        held.push(lock);
    }

    /** What a callback has made of the session after connecting is gone, and is not made again by anybody but itself. */
    private void reconnect(int losses, DataAccessException failure) {
        if (!run.work().isLost()) {
            throw failure;
        }
        boolean again = losses <= run.configuration().connection().connectRetries();
        if (!again || run.callbacks().anyActingAt(Event.AFTER_CONNECT)) {
            throw new MigrateDbException(
                    ErrorCode.CONNECTION,
                    "The connection to the database was lost while waiting for the lock: "
                            + NestedExceptionUtils.getMostSpecificCause(failure).getMessage()
                            + ". Nothing was changed. Check that the database runs, and start again; with"
                            + " 'migratedb.connect-retries' (builder: connectRetries) a run that waits connects again"
                            + " by itself, unless a callback of afterConnect has prepared its session.",
                    failure);
        }
        LOG.warn("The connection was lost while waiting for the lock, so the run connects again and goes on waiting");
        release(RunLock::release);
        run.session().reconnect();
    }

    /**
     * Gives all locks back, where there are any.
     *
     * @param how returns false if the connection must not be used any more
     */
    void release(Predicate<RunLock> how) {
        while (!held.isEmpty()) {
            if (!how.test(held.pop())) {
                run.work().markBroken();
            }
        }
    }
}
