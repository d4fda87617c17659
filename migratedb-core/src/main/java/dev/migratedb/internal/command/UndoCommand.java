package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.UndoPolicy;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.HistoryWriter;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.StepEvents;
import dev.migratedb.internal.execution.StepRunner;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.MigratePlan;
import dev.migratedb.internal.plan.Reconciliation;
import dev.migratedb.internal.plan.Resumable;
import dev.migratedb.internal.plan.UndoPlan;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import dev.migratedb.result.UndoResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back applied migrations. */
public final class UndoCommand {

    private final RunContext run;
    private final UndoPolicy policy;
    private final Callbacks callbacks;
    private final long begin = System.nanoTime();

    private UndoCommand(RunContext run, UndoPolicy policy) {
        this.run = run;
        this.policy = policy;
        this.callbacks = run.callbacks();
    }

    /** Runs the command, as far as the policy says. */
    public static UndoResult run(Configuration configuration, UndoPolicy policy) {
        return Command.UNDO.run(configuration, run -> new UndoCommand(run, policy).undo());
    }

    /** What is to be run, checked, and the version that is left then. */
    private record Plan(List<Work> steps, @Nullable MigrationVersion versionAfter, int nextRank) {}

    private UndoResult undo() {
        Catalog catalog = run.catalog();
        HistoryTable history = run.history();
        Adoption adoption = run.adoption();
        Plan first = plan(catalog, adoption.withChecksums(run.first().history(), catalog.candidates()), false);
        if (first.steps().isEmpty()) {
            callbacks.fire(Event.BEFORE_UNDO, Moment.PLAIN);
            return finished(first.versionAfter(), history);
        }
        run.beginWork();
        RunLock lock = run.acquireLock();
        HistorySnapshot locked =
                adoption.withChecksums(adoption.again(run.first().history()), catalog.candidates());
        Plan plan = plan(catalog, locked, true);
        run.session().useSchema();
        callbacks.fire(Event.BEFORE_UNDO, Moment.PLAIN);
        adoption.takeOver(locked, lock);
        StepRunner runner = new StepRunner(
                StepEvents.UNDO,
                run.scope(),
                callbacks,
                new HistoryWriter(
                        history,
                        lock,
                        run.configuration().clock(),
                        run.installedBy(),
                        run.journals().writer(lock)));
        Groups.run(run, runner, plan.steps(), () -> runAll(runner, plan.steps(), plan.nextRank()));
        return finished(plan.versionAfter(), history);
    }

    /** Throws everything that stands against it. */
    private Plan plan(Catalog catalog, HistorySnapshot history, boolean locked) {
        List<Problem> problems = run.fileProblems(catalog);
        Journal journal = run.journals().read(history, locked);
        Resumable rows = Resumable.of(
                history.rows(),
                journal.migrations(),
                kept -> planned(catalog, kept).steps());
        UndoPlan plan = planned(catalog, rows.kept());
        problems.addAll(plan.problems());
        List<Work> steps = run.journals()
                .resumed(
                        run.preflight().steps(new MigratePlan(plan.steps()), catalog, problems),
                        journal,
                        rows,
                        problems);
        if (!problems.isEmpty()) {
            throw new ValidationFailedException(problems);
        }
        return new Plan(
                steps, plan.versionAfter(), history.withRows(rows.kept()).nextRank());
    }

    private UndoPlan planned(Catalog catalog, List<AppliedMigration> history) {
        return UndoPlan.of(
                Reconciliation.of(
                        catalog.candidates(), history, run.configuration().policy()),
                policy);
    }

    private void runAll(StepRunner runner, List<Work> steps, int firstRank) {
        boolean onlyRecord = run.configuration().policy().skipExecuting();
        int rank = firstRank;
        for (Work step : steps) {
            if (onlyRecord) {
                runner.record(step, rank++);
            } else {
                runner.run(step, rank++);
            }
        }
    }

    private UndoResult finished(@Nullable MigrationVersion version, HistoryTable history) {
        List<MigrationInfo> undone = run.scope().progress().applied();
        UndoResult result = new UndoResult(run.work().product(), run.warnings(), undone, version);
        callbacks.fire(Event.AFTER_UNDO, Moment.after(result));
        if (undone.isEmpty()) {
            run.log()
                    .info(
                            "Schema \"{}\" has no migrations to undo.",
                            history.name().schema());
        } else {
            run.log()
                    .info(
                            "Successfully undid {} of schema \"{}\", now at version {} (execution time {})",
                            Texts.migrations(undone.size()),
                            history.name().schema(),
                            version == null ? "<< Empty Schema >>" : version,
                            Texts.timeSince(begin));
        }
        return result;
    }
}
