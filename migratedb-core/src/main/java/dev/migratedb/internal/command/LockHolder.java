package dev.migratedb.internal.command;

import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.internal.history.RunLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Tells somebody who does not want the lock of the run who has it. */
final class LockHolder {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final RunContext run;
    private @Nullable RunLock lock;
    private boolean unknown;

    LockHolder(RunContext run) {
        this.run = run;
        this.unknown = run.configuration().lock().strategy() == Strategy.NONE;
    }

    /** To stand behind what is missing; empty where it cannot be known. */
    String inWords() {
        if (unknown) {
            return "";
        }
        try {
            String holder = lock().holder();
            return holder == null ? "; no run holds the lock" : "; the lock is held by " + holder;
        } catch (DataAccessException ex) {
            if (run.work().isLost()) {
                throw ex;
            }
            // once, since it would be an error in the log of the server each time
            unknown = true;
            LOG.debug("It cannot be told who holds the lock", ex);
            return "";
        }
    }

    private RunLock lock() {
        if (lock == null) {
            // a pooler decides which lock it is
            run.session().beforeChanges();
            lock = Locks.forRun(run);
        }
        return lock;
    }
}
