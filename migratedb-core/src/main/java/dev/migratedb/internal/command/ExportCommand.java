package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.history.FlywayTable;
import dev.migratedb.internal.history.FlywayTable.Handover;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistorySnapshot.Copy;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.ExportPlan;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.ExportResult;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;

/** Writes the history into Flyway's table. */
public final class ExportCommand {

    private final RunContext run;
    private final String tableName;

    private ExportCommand(RunContext run) {
        this.run = run;
        this.tableName = run.dialect().quote(run.flywayTable().name());
    }

    /** Runs the command. */
    public static ExportResult run(Configuration configuration) {
        return Command.EXPORT.run(configuration, run -> new ExportCommand(run).export());
    }

    private ExportResult export() {
        refuseWithoutHistory(run.first().history());
        run.beginWork();
        // Flyway takes it to create the table, too
        RunLock lock = run.acquireLock(() -> true);
        HistorySnapshot own = run.adoption().again(run.first().history());
        refuseWithoutHistory(own);
        FlywayTable flyway = run.flywayTable();
        HistorySnapshot theirs = flyway.readIfExists();
        ExportPlan plan = ExportPlan.of(own.rows(), theirs.rows(), tableName);
        if (plan.problem() != null) {
            throw new ValidationFailedException(List.of(plan.problem()));
        }
        run.section("Flyway's table " + tableName);
        write(flyway, theirs.exists(), rows(plan), lock);
        plan.warnings().forEach(run::warn);
        if (plan.rows().isEmpty() && theirs.exists()) {
            run.log().info("Flyway's table {} has the whole history already. Nothing was written.", tableName);
        } else {
            run.log()
                    .info(
                            "Handed the history to Flyway: wrote {} into {}",
                            Adoption.rows(plan.rows().size()),
                            tableName);
        }
        return new ExportResult(
                run.work().product(), run.warnings(), tableName, plan.rows().size());
    }

    private static List<Handover> rows(ExportPlan plan) {
        return plan.rows().stream()
                .map(row -> new Handover(new Copy(row.ownRank(), row.rank()), row.type()))
                .toList();
    }

    private void write(FlywayTable flyway, boolean exists, List<Handover> rows, RunLock lock) {
        HistoryTable history = run.history();
        if (exists) {
            run.work().inTransaction(() -> {
                rows.forEach(row -> flyway.append(history, row, lock));
                return true;
            });
        } else if (run.dialect().transactionalDdl()) {
            run.work().inTransaction(() -> {
                create(flyway, history, rows);
                return true;
            });
        } else {
            create(flyway, history, rows);
        }
    }

    private void create(FlywayTable flyway, HistoryTable history, List<Handover> rows) {
        flyway.create(history, run.configuration().history().tablespace(), rows);
    }

    private void refuseWithoutHistory(HistorySnapshot history) {
        if (!run.configuration().history().adoptsAnotherTable()) {
            throw refused(
                    "The history is in " + tableName + " itself, so that Flyway has it already.",
                    "Nothing needs to be done, unless another name was meant with 'migratedb.adopt-table'.");
        }
        if (!history.isOwn()) {
            throw refused(
                    "There is no history in "
                            + run.dialect().quote(run.history().name()) + " that could be handed to Flyway.",
                    history.exists()
                            ? "Run migrate first, which takes over the history of the other engine."
                            : "Correct 'migratedb.table' or 'migratedb.default-schema' if the history is elsewhere.");
        }
    }

    private static ValidationFailedException refused(String message, String remedy) {
        return new ValidationFailedException(
                List.of(new Problem(ErrorCode.VALIDATION, null, null, message + " Nothing was written.", remedy)));
    }
}
