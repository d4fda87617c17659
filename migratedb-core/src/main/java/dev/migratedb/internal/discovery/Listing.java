package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a location holds.
 *
 * @param files in the order of their relative paths within each directory or jar that the location stands for
 * @param missing why there is no such location; null where there is one
 * @param problems what kept parts of it from being listed
 */
record Listing(List<LocatedFile> files, @Nullable String missing, List<ScriptProblem> problems) {

    Listing {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static Listing missing(String reason) {
        return new Listing(List.of(), reason, List.of());
    }
}
