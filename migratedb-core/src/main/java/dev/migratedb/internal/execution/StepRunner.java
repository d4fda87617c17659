package dev.migratedb.internal.execution;

import dev.migratedb.internal.execution.Remains.Outcome;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;

/**
 * Runs one step of a plan: its events, its statements and its history row, in one transaction where it may run in one. Knows
 * nothing of what comes before or after it.
 */
public final class StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final WorkConnection work;
    private final SessionGuard session;
    private final RunScope scope;
    private final StepEvents events;
    private final Callbacks callbacks;
    private final HistoryWriter history;
    private final ScriptRunner scripts;
    private final List<MigrationInfo> uncommitted = new ArrayList<>();
    private boolean together;
    private boolean codeHasRun;
    private @Nullable Attempt running;
    private @Nullable Attempt last;

    /** Creates a runner for the steps of one run. */
    public StepRunner(StepEvents events, RunScope scope, Callbacks callbacks, HistoryWriter history) {
        this.work = scope.work();
        this.session = scope.session();
        this.scope = scope;
        this.events = events;
        this.callbacks = callbacks;
        this.history = history;
        this.scripts = new ScriptRunner(scope);
    }

    /**
     * Runs a step.
     *
     * @param rank of its row in the history
     * @return the migration as it is now
     * @throws dev.migratedb.migration.MigrationFailedException if it fails
     * @throws dev.migratedb.callback.CallbackFailedException if a callback of its events fails
     */
    public MigrationInfo run(Work step, int rank) {
        MigrationInfo info = step.step().info();
        scope.section(Texts.sentence(info) + ": " + info.script(), info);
        scope.log()
                .info(
                        "{} schema \"{}\" {}{}{}",
                        events == StepEvents.UNDO ? "Undoing migration of" : "Migrating",
                        history.name().schema(),
                        (info.version() == null ? "with " : "to ") + Texts.name(info),
                        step.step().outOfOrder() ? " [out of order]" : "",
                        step.transactional() ? "" : " [non-transactional]");
        history.lock().doing(Texts.name(info) + " (" + info.script() + ")");
        if (together) {
            Attempt attempt = new Attempt(step, rank);
            attempt.journal.begin(scope);
            running = attempt;
            MigrationInfo applied = attempt.run();
            running = null;
            last = attempt;
            uncommitted.add(applied);
            return applied;
        }
        LockRetries retries = retries();
        while (true) {
            Attempt attempt = new Attempt(step, rank);
            attempt.journal.begin(scope);
            scope.limits().newTransaction();
            try {
                MigrationInfo applied = attempt.transaction.run(attempt::run, scope);
                scope.progress().add(applied);
                return applied;
            } catch (RuntimeException | Error ex) {
                scope.limits().rolledBack();
                if (!attempt.canBeRepeated() || !retries.again(ex)) {
                    throw attempt.failed(ex);
                }
            }
        }
    }

    private LockRetries retries() {
        return new LockRetries(scope.limits().settings(), scope.secrets(), scripts::place);
    }

    /**
     * Writes the history row of a step without running it.
     *
     * @param rank of the row
     * @return the migration as it is now
     */
    public MigrationInfo record(Work step, int rank) {
        MigrationInfo info = step.step().info();
        scope.section(Texts.sentence(info) + ", only recorded: " + info.script(), info);
        scope.log()
                .info(
                        "Recording {} in the history of schema \"{}\" without running it",
                        events == StepEvents.UNDO ? "the undo of " + Texts.name(info) : Texts.name(info),
                        history.name().schema());
        MigrationInfo recorded = new Attempt(step, rank).recordSuccess();
        scope.progress().add(recorded);
        return recorded;
    }

    /**
     * Has all steps that the action runs share one transaction. Their error events fire when it is rolled back. All of it is run
     * again where a lock was not free in time.
     *
     * @param action calls {@link #run} for each of them
     */
    public void together(Runnable action) {
        together = true;
        LockRetries retries = retries();
        try {
            while (!ranTogether(action, retries)) {
                uncommitted.clear();
                running = null;
                last = null;
            }
            uncommitted.forEach(scope.progress()::add);
        } finally {
            together = false;
        }
    }

    /** False if nothing of it is left, and it is to be run again. */
    private boolean ranTogether(Runnable action, LockRetries retries) {
        scope.limits().newTransaction();
        try {
            return work.inTransaction(() -> {
                action.run();
                return true;
            });
        } catch (RuntimeException | Error ex) {
            scope.limits().rolledBack();
            Attempt guilty = running != null ? running : ex instanceof TransactionException ? last : null;
            if (guilty == null) {
                throw ex;
            }
            if (codeHasRun || !guilty.canBeRepeated() || !retries.again(ex)) {
                throw guilty.failed(ex);
            }
            return false;
        }
    }

    /** One attempt to run one step, with what it remembers for the case that it fails. */
    private final class Attempt {

        private final Work step;
        private final int rank;
        private final MigrationInfo info;
        private final long begin = System.nanoTime();
        private boolean bodyBegun;
        private boolean leftTransaction;
        private boolean rowBegun;
        private @Nullable MigrationInfo applied;
        private int statementsDone;
        private final ScriptJournal journal;
        private final RollbackWitness rollback;
        private final StepTransaction transaction;
        private final boolean guardsSession;

        Attempt(Work step, int rank) {
            this.step = step;
            this.rank = rank;
            this.info = step.step().info();
            this.journal = ScriptJournal.of(
                    step, new StatementEvents(events, callbacks, info, () -> statementsDone++), history, work);
            this.rollback = new RollbackWitness(scope, step);
            this.transaction = StepTransaction.of(step, scope);
            this.guardsSession = step.changesSession() && !transaction.isOfApplication();
        }

        MigrationInfo run() {
            try {
                return runAll();
            } catch (RuntimeException | Error ex) {
                rollback.beforeRollback(ex);
                throw ex;
            }
        }

        private MigrationInfo runAll() {
            if (step.transactional()) {
                history.lock().confirm();
            }
            if (guardsSession && session.beforeMigration()) {
                scope.limits().sessionCaptured();
            }
            callbacks.fireWithinMigration(events.before, Moment.of(info));
            rollback.begin(Stream.of(events.after, events.beforeStatement, events.afterStatement)
                    .anyMatch(callbacks::anyActingAt));
            scope.interruption().refuseToGoOn();
            bodyBegun = true;
            CheckedScript script = step.script();
            try (Progress.Step running = scope.progress().begins(info, script == null ? 0 : script.statementCount())) {
                if (script != null) {
                    scripts.run(script, journal, running::sending);
                } else {
                    runCode();
                    work.flush();
                }
            }
            callbacks.fireWithinMigration(events.after, Moment.of(info));
            if (!step.transactional()) {
                work.refuseOpenTransaction();
            }
            if (guardsSession) {
                session.afterMigration();
                scope.limits().sessionRestored();
            }
            // some drivers close their files when a thread is interrupted that commits
            scope.interruption().notice();
            rowBegun = true;
            applied = recordSuccess();
            return applied;
        }

        /** Together with what is kept only of scripts that have stopped on their way. */
        MigrationInfo recordSuccess() {
            if (!journal.isKept() && step.resumption() == null) {
                return record(true);
            }
            return work.inTransaction(() -> {
                MigrationInfo recorded = record(true);
                journal.end();
                return recorded;
            });
        }

        private void runCode() {
            if (scope.isRehearsal()) {
                scope.leaveOut(Texts.name(info), info.script());
                return;
            }
            codeHasRun = true;
            try (Interruption.Time ignored = scope.interruption().during(work::cancel)) {
                if (guardsSession) {
                    scope.limits().beforeCode();
                }
                RunMigrationContext context = new RunMigrationContext(work, scope.settings(), info);
                transaction.call(
                        () -> {
                            step.step().migration().executor().execute(context);
                            return context;
                        },
                        scope);
            } catch (RuntimeException ex) {
                throw ex;
            } catch (Exception ex) {
                throw new CodeFailedException(ex);
            } finally {
                leftTransaction = step.transactional() && work.isAutoCommit();
            }
            if (step.transactional() && work.dialect().transactionalDdl()) {
                // else no rollback is sure to take everything back of what has come to its end: the run stops behind it
                scope.interruption().refuseToGoOn();
            }
            if (leftTransaction) {
                throw new MigrateDbException(
                        ErrorCode.MIGRATION_FAILED,
                        "It has switched autocommit on, which has ended the transaction of the migration. Leave autocommit"
                                + " alone, or have canExecuteInTransaction() return false.");
            }
        }

        private MigrationInfo record(boolean success) {
            Duration time = scope.isRehearsal() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begin);
            AppliedMigration row = history.write(step.step().migration(), rank, time, success, step.replaced());
            if (scope.isRehearsal()) {
                return info;
            }
            MigrationState applied = step.step().outOfOrder() ? MigrationState.OUT_OF_ORDER : MigrationState.SUCCESS;
            return HistoryWriter.as(success ? applied : MigrationState.FAILED, info, row, time);
        }

        /** Code of the user may have done what no rollback takes back. */
        boolean canBeRepeated() {
            return step.transactional()
                    && step.script() != null
                    && work.dialect().transactionalDdl();
        }

        /** Makes of a failure what the user shall see, after the error events were fired and a failed row was written. */
        RuntimeException failed(Throwable failure) {
            if (!step.transactional()) {
                work.rollbackLeftOver();
            }
            Outcome outcome = outcome(failure);
            if (outcome == Outcome.COMMITTED) {
                return committed(failure);
            }
            if (guardsSession) {
                session.afterFailedMigration();
            }
            scope.interruption().acknowledge();
            RuntimeException notRecorded =
                    outcome == Outcome.UP_TO_LAST_DDL || outcome == Outcome.STAYS ? recordFailure(failure) : null;
            RuntimeException shown = new StepFailure(scope, scripts::place)
                    .of(
                            step,
                            failure,
                            new Remains(
                                    outcome,
                                    statementsDone,
                                    notRecorded == null,
                                    notRecorded == null && journal.isKept(),
                                    outcome == Outcome.UP_TO_LAST_DDL ? rollback.doubt() : null));
            if (notRecorded != null) {
                shown.addSuppressed(notRecorded);
            }
            if (failure instanceof StatementFailedException statement) {
                callbacks.fireError(
                        events.afterStatementError, new Moment(info, StatementEvents.failed(statement), null, shown));
            }
            callbacks.fireError(events.afterError, new Moment(info, null, null, shown));
            return shown;
        }

        private Outcome outcome(Throwable failure) {
            if (!bodyBegun) {
                return Outcome.TAKEN_BACK;
            }
            if (isCommitInQuestion(failure)) {
                CommitLookup.Found found = new CommitLookup(work, session, history).find(step, rank);
                if (found != CommitLookup.Found.NOT_COMMITTED) {
                    return found == CommitLookup.Found.COMMITTED ? Outcome.COMMITTED : Outcome.UNKNOWN;
                }
            }
            if (!step.transactional() || leftTransaction) {
                return Outcome.STAYS;
            }
            return work.dialect().transactionalDdl() || rollback.hasTakenEverythingBack()
                    ? Outcome.TAKEN_BACK
                    : Outcome.UP_TO_LAST_DDL;
        }

        /** Whether the row was sent to be stored, and nobody has said what became of it. */
        private boolean isCommitInQuestion(Throwable failure) {
            if (!step.transactional()) {
                return rowBegun && applied == null && work.isLost();
            }
            return applied != null
                    && !(failure instanceof MigrateDbException)
                    && (transaction.isOfApplication() || ConnectionLoss.isNoAnswer(failure) || work.isLost());
        }

        /** The migration has succeeded; it is the run that cannot go on, since its session is gone, and with it what callbacks had set. */
        private RuntimeException committed(Throwable failure) {
            RuntimeException shown = new StepFailure(scope, scripts::place).afterCommit(step, failure);
            if (together) {
                uncommitted.forEach(scope.progress()::add);
            } else if (applied != null) {
                scope.progress().add(applied);
            }
            return shown;
        }

        /** Writes the failed row; returns why it could not. */
        private @Nullable RuntimeException recordFailure(Throwable failure) {
            try {
                ScriptJournal.Effect effect = journal.effect(failure);
                if (work.replaceIfBroken()) {
                    session.reconnected();
                }
                journal.failed(effect);
                work.inTransaction(() -> record(false));
                return null;
            } catch (RuntimeException ex) {
                LOG.warn("The failure could not be written into the history: {}", ex.getMessage());
                return ex;
            }
        }
    }
}
