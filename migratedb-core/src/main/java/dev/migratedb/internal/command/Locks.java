package dev.migratedb.internal.command;

import dev.migratedb.configuration.LockSettings;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.internal.dialect.AdvisoryLock;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.execution.WorkConnection;
import dev.migratedb.internal.history.ConnectionSource;
import dev.migratedb.internal.history.LeaseRunLock;
import dev.migratedb.internal.history.LockWait;
import dev.migratedb.internal.history.NoRunLock;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.history.SessionRunLock;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;

/** Chooses the lock of a run by what its database offers and its settings say. */
final class Locks {

    private Locks() {}

    /**
     * The lock of a run.
     *
     * @throws MigrateDbException if the settings want one that the database does not have
     */
    static RunLock forRun(RunContext run) {
        LockSettings settings = run.configuration().lock();
        if (settings.strategy() == Strategy.NONE) {
            run.warn(
                    "No lock keeps other runs away, as 'migratedb.lock.strategy' = none says: see to it that there is only"
                            + " one run at a time.");
            return new NoRunLock();
        }
        WorkConnection work = run.work();
        TableName history = run.history().name();
        LockWait wait = LockWait.forRun(settings, run.scope().secrets()::mask);
        if (isLease(run)) {
            ConnectionSource heartbeats = work.isShared() ? work::another : null;
            return new LeaseRunLock(work.jdbc(), work.dialect(), history, settings, wait, heartbeats);
        }
        AdvisoryLock advisory = work.dialect().advisoryLock();
        if (advisory == null) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    work.dialect().name() + " has no lock that belongs to a session, which 'migratedb.lock.strategy' ="
                            + " session asks for (builder: lockStrategy). Nothing was changed. Leave the setting out, or"
                            + " set it to lease: a row of the table "
                            + work.dialect().quote(history.withSuffix(RunLock.TABLE_SUFFIX)) + " is the lock then.");
        }
        if (run.session().switchesSessions()) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "The lock of a session, which 'migratedb.lock.strategy' = session asks for, does not hold: a pooler"
                            + " before the database gives each transaction another session, or does not show that it does"
                            + " not. Nothing was changed. Leave the setting out, set it to lease, or give 'migratedb.url'"
                            + " the address of the database itself.");
        }
        return new SessionRunLock(work.jdbc(), advisory, history, wait, work::another);
    }

    /** Whether the lock of a run is a row of a table. */
    static boolean isLease(RunContext run) {
        return switch (run.configuration().lock().strategy()) {
            case AUTO -> run.dialect().advisoryLock() == null || run.session().switchesSessions();
            case LEASE -> true;
            case SESSION, NONE -> false;
        };
    }

    /** The lock by which Flyway keeps its runs apart; null where the database has none that can be taken. */
    static @Nullable RunLock ofFlyway(RunContext run) {
        WorkConnection work = run.work();
        AdvisoryLock lock = work.dialect().flywayLock();
        return lock == null || run.session().switchesSessions()
                ? null
                : new SessionRunLock(
                        work.jdbc(),
                        lock,
                        run.flywayTable().name(),
                        LockWait.forFlyway(
                                run.configuration().lock(), run.scope().secrets()::mask),
                        work::another);
    }
}
