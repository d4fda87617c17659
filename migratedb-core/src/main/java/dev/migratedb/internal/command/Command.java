package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.Configuration.DryRunOutput;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.OwnFailure;
import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.result.OperationResult;
import dev.migratedb.result.ValidateResult;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all commands have in common: how they begin, and how they end. */
enum Command {
    MIGRATE(Event.AFTER_MIGRATE_ERROR, Event.AFTER_MIGRATE_OPERATION_FINISH),
    INFO(Event.AFTER_INFO_ERROR, Event.AFTER_INFO_OPERATION_FINISH),
    VALIDATE(Event.AFTER_VALIDATE_ERROR, Event.AFTER_VALIDATE_OPERATION_FINISH),
    BASELINE(Event.AFTER_BASELINE_ERROR, Event.AFTER_BASELINE_OPERATION_FINISH),
    REPAIR(Event.AFTER_REPAIR_ERROR, Event.AFTER_REPAIR_OPERATION_FINISH),
    UNDO(Event.AFTER_UNDO_ERROR, Event.AFTER_UNDO_OPERATION_FINISH),
    CLEAN(Event.AFTER_CLEAN_ERROR, Event.AFTER_CLEAN_OPERATION_FINISH),
    /** Has no events of its own. */
    EXPORT(null, null);

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final @Nullable Event error;
    private final @Nullable Event finish;

    Command(@Nullable Event error, @Nullable Event finish) {
        this.error = error;
        this.finish = finish;
    }

    /**
     * Connects, does the work, and fires the event of its failure, or that of its end once the lock is released. Where the
     * settings say so, the work is only written down.
     *
     * @param work what the command does; its result is that of the command
     */
    <R extends OperationResult> R run(Configuration configuration, Function<RunContext, R> work) {
        DryRunOutput dryRun = configuration.dryRun();
        if (dryRun == null || this == INFO || this == VALIDATE) {
            return run(configuration, null, work);
        }
        try (DryRun output = DryRun.open(dryRun)) {
            Rehearsal rehearsal = new Rehearsal(output);
            R result = rehearse(configuration, rehearsal, work);
            output.complete();
            rehearsal
                    .leftOut()
                    .forEach(what -> LOG.warn("The script of the dry run cannot do what is no SQL: {}", what));
            LOG.info("Dry run of {}: what it would do was written to {}. Nothing was changed.", this, output.name());
            return result;
        }
    }

    /** As {@link #run}, but changes nothing: what it would do is written by the rehearsal. */
    <R extends OperationResult> R rehearse(
            Configuration configuration, Rehearsal rehearsal, Function<RunContext, R> work) {
        rehearsal.section("MigrateDB: what " + this + " would do. Nothing of it was executed.", null);
        rehearsal.note("Made at " + configuration.clock().instant());
        R result = run(configuration, rehearsal, work);
        if (rehearsal.statements() == 0) {
            rehearsal.section("Nothing to do", null);
        }
        return result;
    }

    private <R extends OperationResult> R run(
            Configuration configuration, @Nullable Rehearsal rehearsal, Function<RunContext, R> work) {
        try (RunContext run = RunContext.open(configuration, rehearsal)) {
            // an application may ask for info with every request
            boolean talks = this != INFO;
            if (talks) {
                run.tellDatabase();
            }
            R result = result(run, talks, work);
            if (finish != null && succeeded(result)) {
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
        } catch (RuntimeException ex) {
            RuntimeException shown =
                    OwnFailure.shown(ex, run.work(), run.scope().progress());
            fireError(callbacks, shown);
            throw shown;
        } catch (Error ex) {
            fireError(callbacks, ex);
            throw ex;
        } finally {
            run.releaseLock();
        }
    }

    private void fireError(Callbacks callbacks, Throwable failure) {
        if (error != null) {
            callbacks.fireError(error, Moment.failed(failure));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Problems that were found by looking for them are a result, but no success. */
    private static boolean succeeded(OperationResult result) {
        return !(result instanceof ValidateResult validated)
                || validated.problems().isEmpty();
    }
}
