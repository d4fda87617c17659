package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.ValidateResult;
import dev.migratedb.result.ValidationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks that files and history agree. */
public final class ValidateCommand {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private ValidateCommand() {}

    /**
     * Runs the command.
     *
     * @throws ValidationFailedException with all problems; the same that the callbacks have heard of
     */
    public static ValidateResult run(Configuration configuration) {
        return Command.VALIDATE.run(configuration, run -> {
            ValidateResult result = validated(run);
            if (!result.problems().isEmpty()) {
                throw new ValidationFailedException(result.problems());
            }
            return result;
        });
    }

    /** Runs the command; problems are in the result. */
    public static ValidateResult runWithResult(Configuration configuration) {
        return Command.VALIDATE.run(configuration, run -> {
            ValidateResult result = validated(run);
            if (!result.problems().isEmpty()) {
                ValidationFailedException failure = new ValidationFailedException(result.problems());
                run.callbacks().fireError(Event.AFTER_VALIDATE_ERROR, Moment.failed(failure));
            }
            return result;
        });
    }

    private static ValidateResult validated(RunContext run) {
        Callbacks callbacks = run.callbacks();
        callbacks.fire(Event.BEFORE_VALIDATE, Moment.PLAIN);
        Look look = new LookOut(run).forValidate(run.first().history());
        ValidateResult result = new ValidateResult(
                run.work().product(),
                run.warnings(),
                look.reconciliation().lines().size(),
                look.problems());
        if (result.problems().isEmpty()) {
            MigrationVersion version = look.reconciliation().currentVersion();
            LOG.info(
                    "Successfully validated {}{}: schema \"{}\" is {}, and nothing is pending",
                    Texts.migrations(result.validated()),
                    run.ofInstance(),
                    run.first().session().schema(),
                    version == null ? "up to date" : "at version " + version);
            callbacks.fire(Event.AFTER_VALIDATE, Moment.after(result));
        }
        return result;
    }
}
