package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.result.OperationResult;
import dev.migratedb.result.ValidateResult;
import java.util.function.Function;

/** What all commands have in common: how they begin, and how they end. */
enum Command {
    MIGRATE(Event.AFTER_MIGRATE_ERROR, Event.AFTER_MIGRATE_OPERATION_FINISH),
    INFO(Event.AFTER_INFO_ERROR, Event.AFTER_INFO_OPERATION_FINISH),
    VALIDATE(Event.AFTER_VALIDATE_ERROR, Event.AFTER_VALIDATE_OPERATION_FINISH),
    BASELINE(Event.AFTER_BASELINE_ERROR, Event.AFTER_BASELINE_OPERATION_FINISH),
    REPAIR(Event.AFTER_REPAIR_ERROR, Event.AFTER_REPAIR_OPERATION_FINISH),
    UNDO(Event.AFTER_UNDO_ERROR, Event.AFTER_UNDO_OPERATION_FINISH),
    CLEAN(Event.AFTER_CLEAN_ERROR, Event.AFTER_CLEAN_OPERATION_FINISH);

    private final Event error;
    private final Event finish;

    Command(Event error, Event finish) {
        this.error = error;
        this.finish = finish;
    }

    /**
     * Connects, does the work, and fires the event of its failure, or that of its end once the lock is released.
     *
     * @param work what the command does; its result is that of the command
     */
    <R extends OperationResult> R run(Configuration configuration, Function<RunContext, R> work) {
        try (RunContext run = RunContext.open(configuration)) {
            // an application may ask for info with every request
            boolean talks = this != INFO;
            if (talks) {
                run.logDatabase();
            }
            R result = result(run, talks, work);
            if (succeeded(result)) {
                run.callbacks().fireWithoutTransaction(finish, Moment.after(result));
            }
            return result;
        }
    }

    private <R extends OperationResult> R result(RunContext run, boolean talks, Function<RunContext, R> work) {
        Callbacks callbacks = run.callbacks();
        try {
            run.begin();
            if (talks) {
                callbacks.warnOfDeprecated();
            }
            return work.apply(run);
        } catch (RuntimeException | Error ex) {
            callbacks.fireError(error, Moment.failed(ex));
            throw ex;
        } finally {
            run.releaseLock();
        }
    }

    /** Problems that were found by looking for them are a result, but no success. */
    private static boolean succeeded(OperationResult result) {
        return !(result instanceof ValidateResult validated)
                || validated.problems().isEmpty();
    }
}
