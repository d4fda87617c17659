package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.discovery.CallbackFile;
import dev.migratedb.internal.execution.SqlCallbackScript;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.plan.MigratePlan;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.internal.script.ScriptChecker;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptSyntaxException;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.ScriptPosition;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything that a run is going to send to its end, before the first statement runs. One per run. */
final class Preflight {

    private static final int LONGEST_VERSION = 50;

    private final ScriptChecker checker;
    private final MigratePolicy policy;
    private final Dialect dialect;
    private final Map<ScriptFile, CheckedScript> checked = new HashMap<>();

    /** The events whose SQL callbacks take part in what a migration does. */
    private static final Set<Event> IN_TRANSACTION_OF_MIGRATION = Set.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE,
            Event.BEFORE_EACH_UNDO,
            Event.BEFORE_EACH_UNDO_STATEMENT,
            Event.AFTER_EACH_UNDO_STATEMENT,
            Event.AFTER_EACH_UNDO);

    Preflight(ScriptChecker checker, MigratePolicy policy, Dialect dialect) {
        this.checker = checker;
        this.policy = policy;
        this.dialect = dialect;
    }

    /** Callbacks in SQL that are right; those that are not become problems. */
    List<SqlCallbackScript> callbacks(List<CallbackFile> files, List<Problem> problems) {
        List<SqlCallbackScript> scripts = new ArrayList<>();
        for (CallbackFile file : files) {
            check(file.file(), problems).ifPresent(script -> {
                Boolean transactional = transactional(script, problems);
                if (IN_TRANSACTION_OF_MIGRATION.contains(file.event()) && script.firstControlling() != null) {
                    problems.add(controls(
                            script.firstControlling(),
                            "SQL callbacks of " + file.event().id() + " run in the transaction of the migration",
                            "Take the statement out."));
                } else if (transactional != null) {
                    scripts.add(new SqlCallbackScript(file.event(), file.description(), script, transactional));
                }
            });
        }
        return scripts;
    }

    /** Steps that are right; those that are not become problems. */
    List<Work> steps(MigratePlan plan, Catalog catalog, List<Problem> problems) {
        List<Work> steps = new ArrayList<>();
        for (MigratePlan.Step step : plan.steps()) {
            versionProblem(step).ifPresent(problems::add);
            ScriptFile file = catalog.script(step.migration());
            if (file == null) {
                catalog.problemOf(step.migration()).ifPresent(problems::add);
                boolean transactional = policy.executeInTransaction()
                        && step.migration().executor().canExecuteInTransaction();
                steps.add(new Work(step, null, transactional));
                continue;
            }
            check(file, problems).ifPresent(script -> {
                Boolean transactional = transactional(script, problems);
                if (transactional != null) {
                    steps.add(new Work(step, script, transactional));
                }
            });
        }
        return policy.group() ? grouped(steps, problems) : steps;
    }

    /** The one text of a history row that cannot be cut. */
    private static Optional<Problem> versionProblem(MigratePlan.Step step) {
        MigrationVersion version = step.migration().version();
        if (version == null || version.toString().length() <= LONGEST_VERSION) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ErrorCode.INVALID_NAME,
                step.info(),
                null,
                "The version of " + step.migration().script() + " is longer than " + LONGEST_VERSION
                        + " characters, for which the history has no room.",
                "Give it a shorter version."));
    }

    private Optional<CheckedScript> check(ScriptFile file, List<Problem> problems) {
        CheckedScript known = checked.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            CheckedScript script = checker.check(file);
            checked.put(file, script);
            return Optional.of(script);
        } catch (ScriptSyntaxException ex) {
            problems.add(Catalog.problem(ex.problem()));
            return Optional.empty();
        }
    }

    /** Whether a script runs in a transaction; null, and a problem, where its statements do not agree. */
    private @Nullable Boolean transactional(CheckedScript script, List<Problem> problems) {
        Boolean said = script.file().options().executeInTransaction();
        ScriptPosition controlling = script.firstControlling();
        if (Boolean.TRUE.equals(said) && controlling != null) {
            problems.add(controls(
                    controlling,
                    script.file().filename() + ".conf says that the script runs in a transaction",
                    "Take the statement out, or executeInTransaction=true out of "
                            + script.file().filename() + ".conf: the script then manages its transactions itself."));
            return null;
        }
        ScriptPosition alone = dialect.ddlStandsAlone() ? script.firstThatMayCommit() : null;
        if (alone != null) {
            if (Boolean.TRUE.equals(said)) {
                problems.add(standsAlone(alone, script.file().filename()));
                return null;
            }
            return false;
        }
        if (said != null) {
            return said;
        }
        if (!policy.executeInTransaction() || controlling != null) {
            return false;
        }
        ScriptPosition refusing = script.firstRefusing();
        ScriptPosition ordinary = script.firstOrdinary();
        if (refusing == null) {
            return true;
        }
        if (ordinary == null || policy.mixed()) {
            return false;
        }
        problems.add(new Problem(
                ErrorCode.SYNTAX,
                null,
                refusing,
                "The statement at line " + refusing.line() + " refuses to run in a transaction, the one at line "
                        + ordinary.line() + " (" + ordinary
                        + ") runs in one; a script runs wholly in a transaction or wholly"
                        + " without.",
                "Move the statement at line " + refusing.line()
                        + " into a script of its own. Or have this script run without a transaction, so that after a failure"
                        + " what had succeeded stays: executeInTransaction=false in "
                        + script.file().filename()
                        + ".conf, or 'migratedb.mixed' = true for all scripts."));
        return null;
    }

    private Problem standsAlone(ScriptPosition at, String script) {
        return new Problem(
                ErrorCode.SYNTAX,
                null,
                at,
                script + ".conf says that the script runs in a transaction, but in " + dialect.name()
                        + " the statement at line " + at.line()
                        + " takes no part in one: what it does stays, or fails later than"
                        + " the rest.",
                "Take executeInTransaction=true out of " + script
                        + ".conf: the script then runs without a transaction, and goes on behind what has succeeded. Or move what"
                        + " changes data into a script of its own.");
    }

    /** A commit in the middle would leave a migration half done without a row in the history. */
    private static Problem controls(ScriptPosition at, String transaction, String remedy) {
        return new Problem(
                ErrorCode.SYNTAX,
                null,
                at,
                "The statement at line " + at.line() + " begins or ends a transaction, but " + transaction + ".",
                remedy);
    }

    private List<Work> grouped(List<Work> steps, List<Problem> problems) {
        Optional<Work> outsider =
                steps.stream().filter(step -> !step.transactional()).findFirst();
        if (outsider.isEmpty()) {
            return steps;
        }
        if (!policy.mixed()) {
            problems.add(new Problem(
                    ErrorCode.CONFIGURATION,
                    outsider.get().step().info(),
                    null,
                    "'migratedb.group' wants all pending migrations in one transaction, but "
                            + outsider.get().step().migration().script() + " cannot run in a transaction.",
                    "Switch 'migratedb.group' off, or let the whole group run without a transaction with 'migratedb.mixed' ="
                            + " true."));
        }
        return steps.stream()
                .map(step -> new Work(step.step(), step.script(), false))
                .toList();
    }
}
