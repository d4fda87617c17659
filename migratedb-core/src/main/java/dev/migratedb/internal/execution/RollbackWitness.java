package dev.migratedb.internal.execution;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the rollback of a script has left nothing of it, where DDL commits. That can be so only of a script that changes
 * nothing but rows. The next run may then begin it anew, as if it had never been tried; where something may be left, doing it
 * again would silently do that twice.
 */
final class RollbackWitness {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackWitness.class);

    private static final String MARK = "migratedb_script";

    private static final String MAY_HAVE_ENDED =
            "code was called in it that may have committed, which cannot be asked any more";

    private final RunScope scope;
    private final WorkConnection work;
    private final boolean onlyRows;
    private final boolean isCode;
    private boolean codeIsCalled;
    private @Nullable Savepoint mark;
    private boolean markFound;
    private @Nullable String doubt;

    RollbackWitness(RunScope scope, Work step) {
        this.scope = scope;
        this.work = scope.work();
        // what JPA does, or would do: if it was DDL all the same, the mark is gone
        this.isCode = StepTransaction.of(step, scope) == StepTransaction.APPLICATION;
        this.onlyRows =
                !scope.isRehearsal() && !work.dialect().transactionalDdl() && (isCode || step.changesOnlyRows());
    }

    /**
     * To be called in the transaction, before the first statement.
     *
     * @param callsCode whether callbacks are called before the end of the transaction, which may do anything with it
     */
    void begin(boolean callsCode) {
        codeIsCalled = callsCode || isCode;
        if (!onlyRows || !codeIsCalled) {
            return;
        }
        try {
            // whatever ends a transaction ends its savepoints
            mark = work.connection().setSavepoint(MARK);
        } catch (SQLException ex) {
            LOG.debug("No savepoint can be set", ex);
        }
    }

    /** To be called when the script has failed, before the rollback. */
    void beforeRollback(Throwable failure) {
        if (mark == null || ConnectionLoss.isCauseOf(failure)) {
            return;
        }
        try {
            work.connection().rollback(mark);
            markFound = true;
        } catch (SQLException ex) {
            LOG.debug("The savepoint from before the script is gone", ex);
            doubt = ConnectionLoss.isCauseOf(ex)
                    ? MAY_HAVE_ENDED
                    : "it had ended before, by what code that was called has done";
        }
    }

    /** Whether nothing is left, after the rollback; asked on a new connection where the old one is lost. */
    boolean hasTakenEverythingBack() {
        if (!onlyRows) {
            return false;
        }
        if (codeIsCalled && !markFound) {
            doubt = doubt == null ? MAY_HAVE_ENDED : doubt;
            return false;
        }
        scope.interruption().acknowledge();
        try {
            if (work.reconnectIfBroken()) {
                scope.session().reconnected();
            }
            doubt = work.dialect().outlastsRollback(work.jdbc());
            return doubt == null;
        } catch (RuntimeException ex) {
            LOG.warn("It could not be looked up what a rollback leaves: {}", ex.getMessage());
            doubt = "it could not be looked up whether the database has tables that it leaves as they are";
            return false;
        }
    }

    /** Why something may be left of a script that only changes rows, as a clause; null where that is not the question. */
    @Nullable
    String doubt() {
        return doubt;
    }
}
