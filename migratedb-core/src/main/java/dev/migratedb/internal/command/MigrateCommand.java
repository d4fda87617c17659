package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.HistoryWriter;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.internal.execution.StepEvents;
import dev.migratedb.internal.execution.StepRunner;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.PlanResult;
import dev.migratedb.result.ValidateResult;
import dev.migratedb.result.ValidationFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Migrates. Looks without a lock first and is done if there is nothing to do; else takes the lock, looks again, and runs what
 * is pending.
 */
public final class MigrateCommand {

    private final long begin = System.nanoTime();
    private final RunContext run;
    private final Callbacks callbacks;

    private MigrateCommand(RunContext run) {
        this.run = run;
        this.callbacks = run.callbacks();
    }

    /** Runs the command. */
    public static MigrateResult run(Configuration configuration) {
        return Command.MIGRATE.run(configuration, run -> new MigrateCommand(run).migrate());
    }

    /** Tells what the command would do. */
    public static PlanResult plan(Configuration configuration) {
        Sections page = new Sections();
        Rehearsal rehearsal = new Rehearsal(page);
        MigrateResult result =
                Command.MIGRATE.rehearse(configuration, rehearsal, run -> new MigrateCommand(run).migrate());
        List<String> warnings = new ArrayList<>(result.warnings());
        rehearsal.leftOut().forEach(what -> warnings.add("The script cannot do what is no SQL: " + what));
        return new PlanResult(result.database(), warnings, page.sections());
    }

    private MigrateResult migrate() {
        LookOut lookOut = new LookOut(run);
        Look first = lookOut.forMigrate(run.first().history(), false);
        if (first.isRefused() || !first.hasWork()) {
            validated(first);
            return nothingToDo(first);
        }
        run.beginWork();
        SchemaCreation schemas = new SchemaCreation(run);
        HistoryTable history = run.history();
        schemas.createForLock(first.missingSchemas());
        RunLock lock = run.acquireLock();
        Look second =
                lookOut.forMigrate(run.adoption().againWithLater(run.first().history()), true);
        validated(second);
        schemas.create(second.missingSchemas());
        return withLock(second, schemas, history, lock);
    }

    /** Fires the events of validation, and throws what is wrong. */
    private void validated(Look look) {
        boolean events = run.configuration().policy().validateOnMigrate();
        if (events) {
            callbacks.fire(Event.BEFORE_VALIDATE, Moment.PLAIN);
        }
        if (!look.problems().isEmpty()) {
            ValidationFailedException failure = new ValidationFailedException(look.problems());
            if (events) {
                callbacks.fireError(Event.AFTER_VALIDATE_ERROR, Moment.failed(failure));
            }
            throw failure;
        }
        if (events) {
            int count = look.reconciliation().lines().size();
            run.log().info("Successfully validated {} (execution time {})", Texts.migrations(count), time());
            callbacks.fire(
                    Event.AFTER_VALIDATE,
                    Moment.after(new ValidateResult(run.work().product(), run.warnings(), count, List.of())));
        }
    }

    private String time() {
        return Texts.time(elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private MigrateResult nothingToDo(Look look) {
        MigrationVersion version = look.reconciliation().currentVersion();
        callbacks.fire(Event.BEFORE_MIGRATE, Moment.PLAIN);
        callbacks.fire(Event.AFTER_VERSIONED, Moment.PLAIN);
        MigrateResult result = result(version, version, List.of());
        callbacks.fire(Event.AFTER_MIGRATE, Moment.after(result));
        run.log()
                .info(
                        "Schema \"{}\"{} is up to date{}. No migration necessary.",
                        result.schema(),
                        run.ofInstance(),
                        version == null ? "" : " at version " + version);
        return result;
    }

    private MigrateResult withLock(Look look, SchemaCreation schemas, HistoryTable history, RunLock held) {
        run.session().useSchema();
        callbacks.fire(Event.BEFORE_MIGRATE, Moment.PLAIN);
        int rank = prepareHistory(look, schemas, history, held);
        MigrationVersion before = look.reconciliation().currentVersion();
        run.log()
                .info(
                        "Current version of schema \"{}\": {}",
                        history.name().schema(),
                        before == null ? "<< Empty Schema >>" : before);
        StepRunner runner = new StepRunner(
                StepEvents.MIGRATE,
                run.scope(),
                callbacks,
                new HistoryWriter(
                        history,
                        held,
                        run.configuration().clock(),
                        run.installedBy(),
                        run.journals().writer(held)));
        Groups.run(run, runner, look.steps(), () -> runAll(runner, look.steps(), rank));
        return finished(before);
    }

    /** Creates the history table where it is missing, or takes over another one, and writes the rows that stand before migrations; tells the next rank. */
    private int prepareHistory(Look look, SchemaCreation schemas, HistoryTable history, RunLock held) {
        if (look.history().exists()) {
            run.adoption().takeOver(look.history(), held);
            int rank = look.history().nextRank();
            List<AppliedMigration> rows = schemas.rows(rank);
            rows.forEach(row -> history.append(row, held));
            return rank + rows.size();
        }
        int rank = new HistoryBeginning(run, history).createForMigrate(schemas, look.baseline());
        run.journals().begin();
        return rank;
    }

    private void runAll(StepRunner runner, List<Work> steps, int firstRank) {
        boolean onlyRecord = run.configuration().policy().skipExecuting();
        int rank = firstRank;
        // a pick may put repeatable migrations before versioned ones
        long versioned = steps.stream().filter(step -> !isRepeatable(step)).count();
        boolean versionedDone = false;
        boolean repeatablesBegun = false;
        for (Work step : steps) {
            if (isRepeatable(step) && !repeatablesBegun) {
                repeatablesBegun = true;
                if (versioned == 0) {
                    versionedDone = true;
                    callbacks.fire(Event.AFTER_VERSIONED, Moment.PLAIN);
                }
                callbacks.fire(Event.BEFORE_REPEATABLES, Moment.PLAIN);
            }
            if (onlyRecord) {
                runner.record(step, rank++);
            } else {
                runner.run(step, rank++);
            }
            versioned -= isRepeatable(step) ? 0 : 1;
        }
        if (!versionedDone) {
            callbacks.fire(Event.AFTER_VERSIONED, Moment.PLAIN);
        }
    }

    private static boolean isRepeatable(Work step) {
        return step.step().migration().version() == null;
    }

    private MigrateResult finished(@Nullable MigrationVersion before) {
        List<MigrationInfo> applied = run.scope().progress().applied();
        MigrationVersion after = applied.stream()
                .map(MigrationInfo::version)
                .filter(version -> version != null)
                .reduce(
                        before,
                        (highest, version) -> highest == null || version.compareTo(highest) > 0 ? version : highest);
        MigrateResult result = result(before, after, applied);
        if (!applied.isEmpty()) {
            callbacks.fire(Event.AFTER_MIGRATE_APPLIED, Moment.after(result));
        }
        callbacks.fire(Event.AFTER_MIGRATE, Moment.after(result));
        if (applied.isEmpty()) {
            run.log()
                    .info(
                            "Schema \"{}\"{} is up to date{}. No migration necessary.",
                            result.schema(),
                            run.ofInstance(),
                            after == null ? "" : " at version " + after);
        } else {
            run.log()
                    .info(
                            "Successfully applied {} ({}) to schema \"{}\"{}{} (execution time {})",
                            Texts.migrations(applied.size()),
                            Texts.list(applied),
                            result.schema(),
                            run.ofInstance(),
                            after == null ? "" : ", now at version " + after,
                            time());
        }
        return result;
    }

    private MigrateResult result(
            @Nullable MigrationVersion before, @Nullable MigrationVersion after, List<MigrationInfo> applied) {
        return new MigrateResult(
                run.work().product(),
                run.warnings(),
                run.first().session().schema(),
                before,
                after,
                applied,
                elapsed());
    }
}
