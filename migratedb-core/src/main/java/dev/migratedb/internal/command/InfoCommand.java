package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.ValidationFailedException;

/** Tells of every migration where it stands. */
public final class InfoCommand {

    private InfoCommand() {}

    /** Runs the command. */
    public static InfoResult run(Configuration configuration) {
        return Command.INFO.run(configuration, InfoCommand::run);
    }

    private static InfoResult run(RunContext run) {
        Callbacks callbacks = run.callbacks();
        callbacks.fire(Event.BEFORE_INFO, Moment.PLAIN);
        Look look = new LookOut(run).forInfo(run.first().history());
        if (!look.problems().isEmpty()) {
            throw new ValidationFailedException(look.problems());
        }
        InfoResult result = new InfoResult(
                run.work().product(),
                run.warnings(),
                look.reconciliation().infos(),
                run.journals().stopped(look));
        callbacks.fire(Event.AFTER_INFO, Moment.after(result));
        return result;
    }
}
