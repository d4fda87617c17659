package dev.migratedb.internal.history;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;

/** No lock, for a run that changes nothing. */
public final class NoRunLock implements RunLock {

    @Override
    public void acquire() {}

    @Override
    public boolean release() {
        return true;
    }

    @Override
    public @Nullable String holder() {
        return null;
    }

    @Override
    public @Nullable Condition condition() {
        return null;
    }

    @Override
    public MigrateDbException lost() {
        return new MigrateDbException(ErrorCode.LEASE_LOST, "There was no lock.");
    }
}
