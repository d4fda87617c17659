package dev.migratedb.internal.command;

import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.discovery.Discovery;
import dev.migratedb.internal.discovery.Found;
import dev.migratedb.internal.plan.Candidate;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.ResolvedMigration;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that was found for a run, as the plan needs it, and what is wrong with it. */
final class Catalog {

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<ResolvedMigration, ScriptFile> scripts = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Catalog(Discovered discovered, List<JavaMigration> javaMigrations, Placeholders placeholders) {
        List<ScriptProblem> found = new ArrayList<>(discovered.problems());
        for (Found each : Discovery.found(discovered.migrations(), javaMigrations, placeholders, found)) {
            candidates.add(new Candidate(each.migration(), each.equivalentChecksum()));
            if (each.script() != null) {
                scripts.put(each.migration(), each.script());
            }
        }
        found.forEach(problem -> problems.add(problem(problem)));
    }

    List<Candidate> candidates() {
        return candidates;
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
