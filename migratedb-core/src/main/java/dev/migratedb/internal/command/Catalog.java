package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.internal.discovery.CustomMigrations;
import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.discovery.Discovery;
import dev.migratedb.internal.discovery.Found;
import dev.migratedb.internal.discovery.ResolverContext;
import dev.migratedb.internal.execution.ExternalScripts;
import dev.migratedb.internal.plan.Candidate;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.resolver.ResolvedMigration;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that was found for a run, as the plan needs it, and what is wrong with it. */
final class Catalog {

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<ResolvedMigration, ScriptFile> scripts = new IdentityHashMap<>();
    private final Map<ResolvedMigration, Problem> unrunnable = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Catalog(
            Configuration configuration,
            Discovered discovered,
            Placeholders placeholders,
            ExternalScripts externalScripts) {
        ExtensionSettings extensions = configuration.extensions();
        LocationSettings locations = configuration.locations();
        List<ScriptProblem> scriptProblems = new ArrayList<>(discovered.problems());
        List<Found> builtIn =
                Discovery.found(discovered.migrations(), extensions.javaMigrations(), placeholders, scriptProblems);
        List<Found> found = CustomMigrations.addTo(
                builtIn,
                extensions.resolvers(),
                new ResolverContext(
                        configuration.runSettings(), discovered.resources(), locations.encoding(), placeholders),
                scriptProblems);
        for (Found each : found) {
            add(each, externalScripts);
        }
        scriptProblems.forEach(problem -> problems.add(problem(problem)));
    }

    private void add(Found found, ExternalScripts externalScripts) {
        ResolvedMigration migration = found.migration();
        boolean executes = executes(migration);
        ScriptFile script = found.script();
        if (script != null && script.language().isExternal()) {
            migration = new ResolvedMigration(
                    migration.kind(),
                    migration.version(),
                    migration.description(),
                    migration.type(),
                    migration.script(),
                    migration.checksum(),
                    externalScripts.executor(script));
            ResolvedMigration external = migration;
            externalScripts.problem(script).ifPresent(problem -> unrunnable.put(external, problem(problem)));
        } else if (script != null) {
            scripts.put(migration, script);
        }
        candidates.add(new Candidate(migration, found.equivalentChecksum(), executes));
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** Code of the user answers for migrations of resolvers. */
    private boolean executes(ResolvedMigration migration) {
        try {
            return migration.executor().shouldExecute();
        } catch (RuntimeException ex) {
            problems.add(new Problem(
                    ErrorCode.CONFIGURATION,
                    null,
                    null,
                    "Migration " + migration.script() + " does not tell whether it is to be run (" + ex + ").",
                    "Correct what its executor does in shouldExecute."));
            return false;
        }
    }

    /** What keeps a migration from being run, although nothing is wrong with it. */
    Optional<Problem> problemOf(ResolvedMigration migration) {
        return Optional.ofNullable(unrunnable.get(migration));
    }

    /** The script of a migration; null for a migration that is no SQL file. */
    @Nullable
    ScriptFile script(ResolvedMigration migration) {
        return scripts.get(migration);
    }

    List<Problem> problems() {
        return problems;
    }

    static Problem problem(ScriptProblem problem) {
        return new Problem(problem.code(), null, problem.position(), problem.message(), problem.remedy());
    }
}
