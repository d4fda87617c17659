package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.configuration.SchemaSettings;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.plan.MigratePlan;
import dev.migratedb.internal.plan.Reconciliation;
import dev.migratedb.internal.plan.Resumable;
import dev.migratedb.internal.plan.Validation;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Makes of a reading of the history a {@link Look}. */
final class LookOut {

    private final RunContext run;
    private final Configuration configuration;
    private final MigratePolicy policy;
    private final Catalog catalog;

    LookOut(RunContext run) {
        this.run = run;
        this.configuration = run.configuration();
        this.policy = configuration.policy();
        this.catalog = run.catalog();
    }

    /**
     * What the reading means for migrate.
     *
     * @param locked whether it was made under the lock
     */
    Look forMigrate(HistorySnapshot read, boolean locked) {
        HistorySnapshot history = readable(read);
        List<Problem> problems = run.fileProblems(catalog);
        List<String> missing = missingSchemas(history, problems);
        AppliedMigration baseline = baseline(history, missing, problems);
        Journal journal = run.journals().read(history, locked);
        Resumable rows = Resumable.of(
                history.rows(),
                journal.migrations(),
                kept -> MigratePlan.of(reconcile(kept), policy).steps());
        Reconciliation reconciliation = reconcile(baseline == null ? rows.kept() : List.of(baseline));
        List<Work> steps = run.preflight().steps(MigratePlan.of(reconciliation, policy), catalog, problems);
        problems.addAll(Validation.beforeMigrate(reconciliation, policy));
        return new Look(
                history.withRows(rows.kept()),
                missing,
                baseline,
                reconciliation,
                run.journals().resumed(steps, journal, rows, problems),
                problems);
    }

    /** What the reading means for validate, to which everything that is pending is a problem. */
    Look forValidate(HistorySnapshot read) {
        HistorySnapshot history = readable(read);
        List<Problem> problems = run.fileProblems(catalog);
        Reconciliation reconciliation = reconcile(history.rows());
        List<Work> steps = run.preflight().steps(MigratePlan.of(reconciliation, policy), catalog, problems);
        problems.addAll(run.journals().explained(Validation.problems(reconciliation, policy, false), history));
        return new Look(history, List.of(), null, reconciliation, steps, problems);
    }

    /** What the reading means for somebody who waits until there is nothing that migrate would have to do. */
    Look forWaiting(HistorySnapshot read) {
        HistorySnapshot history = readable(read);
        List<Problem> problems = run.fileProblems(catalog);
        return new Look(history, List.of(), null, reconcile(history.rows()), List.of(), problems);
    }

    /** What the reading means for info, which asks only where everything stands. */
    Look forInfo(HistorySnapshot read) {
        HistorySnapshot history = readable(read);
        return new Look(history, List.of(), null, reconcile(history.rows()), List.of(), run.fileProblems(catalog));
    }

    private HistorySnapshot readable(HistorySnapshot history) {
        return run.adoption().withChecksums(history, catalog.candidates());
    }

    private Reconciliation reconcile(List<AppliedMigration> rows) {
        return Reconciliation.of(catalog.candidates(), rows, policy);
    }

    /** The managed schemas that do not exist; a problem where they must not be created. */
    List<String> missingSchemas(HistorySnapshot history, List<Problem> problems) {
        SchemaSettings schemas = configuration.schemas();
        List<String> managed = schemas.managed();
        if (managed.isEmpty() || (history.exists() && managed.size() == 1)) {
            return List.of();
        }
        List<String> missing = run.dialect().missingSchemas(jdbc(), managed);
        if (!missing.isEmpty() && !schemas.create()) {
            problems.add(new Problem(
                    ErrorCode.CONFIGURATION,
                    null,
                    null,
                    "The schemas " + missing + " do not exist, and 'migratedb.create-schemas' is false.",
                    "Create them, or set 'migratedb.create-schemas' to true."));
        }
        return missing;
    }

    /** The row at which a history begins in a schema that was in use before. */
    private @Nullable AppliedMigration baseline(HistorySnapshot history, List<String> missing, List<Problem> problems) {
        if (history.exists() || policy.skipExecuting()) {
            return null;
        }
        Set<String> own = HistoryTable.ownTables(configuration.history().table());
        List<String> inUse = new ArrayList<>();
        for (String schema : schemasOfRun()) {
            if (!missing.contains(schema) && !dialect().isEmpty(jdbc(), schema, own)) {
                inUse.add(schema);
            }
        }
        if (inUse.isEmpty()) {
            return null;
        }
        if (!policy.baselineOnMigrate()) {
            problems.add(new Problem(
                    ErrorCode.NON_EMPTY_SCHEMA,
                    null,
                    null,
                    "The schema " + String.join(", ", inUse) + " is not empty, but has no history table \""
                            + configuration.history().table()
                            + "\": MigrateDB cannot know which migrations are in it already."
                            + LiquibaseTraces.in(dialect(), jdbc(), inUse),
                    "If the database is as some version of the migrations says, set 'migratedb.baseline-on-migrate' to true and"
                            + " 'migratedb.baseline-version' to that version. If the history is elsewhere, correct"
                            + " 'migratedb.table' or 'migratedb.default-schema'."));
            return null;
        }
        return baselineRow();
    }

    /** The row at which a history begins by the settings. */
    AppliedMigration baselineRow() {
        return new AppliedMigration(
                1,
                policy.baselineVersion(),
                policy.baselineDescription(),
                "BASELINE",
                policy.baselineDescription(),
                null,
                run.installedBy(),
                configuration.clock().instant(),
                0,
                true);
    }

    private List<String> schemasOfRun() {
        List<String> managed = configuration.schemas().managed();
        return managed.isEmpty() ? List.of(run.first().session().schema()) : managed;
    }

    private Dialect dialect() {
        return run.dialect();
    }

    private JdbcOperations jdbc() {
        return run.work().jdbc();
    }
}
