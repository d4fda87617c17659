package dev.migratedb.internal.command;

import dev.migratedb.configuration.MigratePolicy;
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
import org.jspecify.annotations.Nullable;

/** Reads everything that a run is going to send to its end, before the first statement runs. One per run. */
final class Preflight {

    private static final int LONGEST_VERSION = 50;

    private final ScriptChecker checker;
    private final MigratePolicy policy;
    private final Map<ScriptFile, CheckedScript> checked = new HashMap<>();

    Preflight(ScriptChecker checker, MigratePolicy policy) {
        this.checker = checker;
        this.policy = policy;
    }

    /** Callbacks that are right; those that are not become problems. */
    List<SqlCallbackScript> callbacks(List<CallbackFile> files, List<Problem> problems) {
        List<SqlCallbackScript> scripts = new ArrayList<>();
        for (CallbackFile file : files) {
            check(file.file(), problems).ifPresent(script -> {
                Boolean transactional = transactional(script, problems);
                if (transactional != null) {
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
        if (said != null) {
            return said;
        }
        if (!policy.executeInTransaction() || script.firstControlling() != null) {
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
