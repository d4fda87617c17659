package dev.migratedb.internal.command;

import dev.migratedb.configuration.LockSettings;
import dev.migratedb.internal.dialect.AdvisoryLock;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.execution.WorkConnection;
import dev.migratedb.internal.history.ConnectionSource;
import dev.migratedb.internal.history.LeaseRunLock;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.history.SessionRunLock;
import org.jspecify.annotations.Nullable;

/** Chooses the lock of a run by what its database offers. */
final class Locks {

    private Locks() {}

    static RunLock forRun(RunContext run) {
        WorkConnection work = run.work();
        TableName history = run.history().name();
        LockSettings settings = run.configuration().lock();
        AdvisoryLock advisory = work.dialect().advisoryLock();
        if (advisory != null) {
            return new SessionRunLock(work.jdbc(), advisory, history, settings);
        }
        ConnectionSource heartbeats = work.isShared() ? work::another : null;
        return new LeaseRunLock(work.jdbc(), work.dialect(), history, settings, heartbeats);
    }

    /** The lock by which Flyway keeps its runs apart; null where the database has none that can be taken. */
    static @Nullable RunLock ofFlyway(RunContext run) {
        WorkConnection work = run.work();
        AdvisoryLock lock = work.dialect().flywayLock();
        return lock == null
                ? null
                : SessionRunLock.ofFlyway(
                        work.jdbc(),
                        lock,
                        run.flywayTable().name(),
                        run.configuration().lock());
    }
}
