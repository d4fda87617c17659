package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.Candidate;
import dev.migratedb.internal.plan.RepairPlan;
import dev.migratedb.internal.plan.RepairPlan.Fix;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.Problem;
import dev.migratedb.result.RepairResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the history agree with what was found. Changes no row of anything else. */
public final class RepairCommand {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final RunContext run;
    private final Callbacks callbacks;
    private final long begin = System.nanoTime();

    private RepairCommand(RunContext run) {
        this.run = run;
        this.callbacks = run.callbacks();
    }

    /** Runs the command. */
    public static RepairResult run(Configuration configuration) {
        return Command.REPAIR.run(configuration, run -> new RepairCommand(run).repair());
    }

    private RepairResult repair() {
        Catalog catalog = run.catalog();
        List<Problem> problems = run.fileProblems(catalog);
        if (!problems.isEmpty()) {
            throw new ValidationFailedException(problems);
        }
        HistoryTable history = run.history();
        Adoption adoption = run.adoption();
        RepairPlan plan =
                plan(catalog.candidates(), adoption.withChecksums(run.first().history(), catalog.candidates()));
        Journal stopped = run.journals().read(run.first().history(), true);
        if (plan.isEmpty() && stopped.migrations().isEmpty()) {
            callbacks.fire(Event.BEFORE_REPAIR, Moment.PLAIN);
            return finished(plan, stopped, history);
        }
        run.beginWork();
        RunLock lock = run.acquireLock();
        HistorySnapshot locked =
                adoption.withChecksums(adoption.again(run.first().history()), catalog.candidates());
        RepairPlan last = plan(catalog.candidates(), locked);
        Journal forgotten = run.journals().read(locked, true);
        run.session().useSchema();
        callbacks.fire(Event.BEFORE_REPAIR, Moment.PLAIN);
        run.section("Repair of the history: " + last.removals().size() + " failed removed, "
                + last.deletions().size() + " marked as deleted, "
                + last.alignments().size() + " aligned");
        run.work().inTransaction(() -> {
            adoption.takeOver(locked, lock);
            apply(last, locked, history, lock);
            forgotten.migrations().forEach(run.journals().writer(lock)::remove);
            return true;
        });
        return finished(last, forgotten, history);
    }

    private RepairPlan plan(List<Candidate> candidates, HistorySnapshot history) {
        return RepairPlan.of(candidates, history.rows(), run.configuration().policy());
    }

    private void apply(RepairPlan plan, HistorySnapshot before, HistoryTable history, RunLock lock) {
        List<AppliedMigration> kept = new ArrayList<>(before.rows());
        for (Fix removal : plan.removals()) {
            history.remove(removal.row(), lock);
            kept.remove(removal.row());
        }
        plan.alignments().forEach(alignment -> history.realign(alignment.row(), lock));
        int rank = new HistorySnapshot(true, kept).nextRank();
        for (Fix deletion : plan.deletions()) {
            history.append(tombstone(deletion.row(), rank++), lock);
        }
    }

    private AppliedMigration tombstone(AppliedMigration gone, int rank) {
        return new AppliedMigration(
                rank,
                gone.version(),
                gone.description(),
                "DELETE",
                gone.script(),
                gone.checksum(),
                run.installedBy(),
                run.configuration().clock().instant(),
                0,
                true);
    }

    private RepairResult finished(RepairPlan plan, Journal forgotten, HistoryTable history) {
        List<String> warnings = new ArrayList<>(run.warnings());
        forgotten.rows().forEach((migration, rows) -> {
            JournalRow stop = rows.get(rows.size() - 1);
            String hint = stop.script() + ", which had stopped at statement " + stop.statement() + " (line "
                    + stop.line() + "), begins anew with the next run";
            LOG.warn(hint);
            warnings.add(hint);
        });
        if (!plan.removals().isEmpty() || !forgotten.migrations().isEmpty()) {
            String hint =
                    "What the failed migrations left in the database is still there: repair corrects the history only";
            LOG.warn(hint);
            warnings.add(hint);
        }
        RepairResult result = new RepairResult(
                run.work().product(),
                warnings,
                infos(plan.removals()),
                infos(plan.deletions()),
                infos(plan.alignments()));
        callbacks.fire(Event.AFTER_REPAIR, Moment.after(result));
        if (plan.isEmpty() && forgotten.migrations().isEmpty()) {
            run.log()
                    .info(
                            "Schema History table \"{}\".\"{}\" agrees with the migrations. No repair necessary.",
                            history.name().schema(),
                            history.name().table());
        } else {
            run.log()
                    .info(
                            "Successfully repaired Schema History table \"{}\".\"{}\": {} failed removed, {} marked as deleted, {} aligned"
                                    + " (execution time {})",
                            history.name().schema(),
                            history.name().table(),
                            plan.removals().size(),
                            plan.deletions().size(),
                            plan.alignments().size(),
                            Texts.timeSince(begin));
        }
        return result;
    }

    private static List<MigrationInfo> infos(List<Fix> fixes) {
        return fixes.stream().map(Fix::info).toList();
    }
}
