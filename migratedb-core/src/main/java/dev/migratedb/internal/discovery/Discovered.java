package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptProblem;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * What the locations hold.
 *
 * @param migrations sorted: versioned by version, then repeatable by description; without those that are in a problem
 * @param callbacks sorted by event, then description; without those that are in a problem
 * @param problems everything that must stop a run
 * @param warnings one line each, to be logged
 * @param resources every file of the locations of migrations, whatever it is
 */
public record Discovered(
        List<MigrationFile> migrations,
        List<CallbackFile> callbacks,
        List<ScriptProblem> problems,
        List<String> warnings,
        List<Resource> resources) {

    public Discovered {
        migrations = List.copyOf(migrations);
        callbacks = List.copyOf(callbacks);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        resources = List.copyOf(resources);
    }
}
