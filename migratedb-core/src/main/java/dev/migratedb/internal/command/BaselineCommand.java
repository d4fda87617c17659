package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.plan.BaselinePlan;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.result.BaselineResult;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;

/** Begins a history at a version, in a schema that was in use before. */
public final class BaselineCommand {

    private final RunContext run;
    private final Callbacks callbacks;

    private BaselineCommand(RunContext run) {
        this.run = run;
        this.callbacks = run.callbacks();
    }

    /** Runs the command. */
    public static BaselineResult run(Configuration configuration) {
        return Command.BASELINE.run(configuration, run -> new BaselineCommand(run).begin());
    }

    private BaselineResult begin() {
        LookOut lookOut = new LookOut(run);
        HistorySnapshot first = run.first().history();
        List<Problem> problems = run.fileProblems(run.catalog());
        List<String> missing = lookOut.missingSchemas(first, problems);
        boolean creates = creates(first, problems);
        HistoryTable history = run.history();
        HistoryBeginning beginning = new HistoryBeginning(run, history);
        AppliedMigration row = lookOut.baselineRow();
        if (!creates) {
            callbacks.fire(Event.BEFORE_BASELINE, Moment.PLAIN);
            return alreadyBegun(beginning.result(row, false), history);
        }
        run.beginWork();
        SchemaCreation schemas = new SchemaCreation(run);
        schemas.createForLock(missing);
        run.acquireLock();
        HistorySnapshot second = run.adoption().again(first);
        problems.clear();
        creates = creates(second, problems);
        schemas.create(lookOut.missingSchemas(second, problems));
        run.session().useSchema();
        callbacks.fire(Event.BEFORE_BASELINE, Moment.PLAIN);
        BaselineResult result = beginning.result(row, creates);
        if (!creates) {
            return alreadyBegun(result, history);
        }
        beginning.create(schemas, row);
        callbacks.fire(Event.AFTER_BASELINE, Moment.after(result));
        run.log()
                .info(
                        "Successfully baselined schema \"{}\" with version: {}",
                        history.name().schema(),
                        row.version());
        return result;
    }

    /** Throws what stands against it. */
    private boolean creates(HistorySnapshot history, List<Problem> problems) {
        BaselinePlan plan = BaselinePlan.of(
                history.exists() ? history.rows() : null, run.configuration().policy());
        if (plan.problem() != null) {
            problems.add(plan.problem());
        }
        if (!problems.isEmpty()) {
            throw new ValidationFailedException(problems);
        }
        return plan.creates();
    }

    private BaselineResult alreadyBegun(BaselineResult result, HistoryTable history) {
        callbacks.fire(Event.AFTER_BASELINE, Moment.after(result));
        run.log()
                .info(
                        "Schema History table \"{}\".\"{}\" begins at version {} already. Nothing was done.",
                        history.name().schema(),
                        history.name().table(),
                        result.version());
        return result;
    }
}
