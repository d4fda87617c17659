package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file below a location, not looked at yet.
 *
 * @param relative path below the location, with slashes
 * @param shown the place as people know it
 * @param identity equal for files that are the same one, however they were reached
 * @param now opens the content while the search lasts
 * @param later opens the content at any time
 * @param path where the operating system finds it; null where it does not
 */
record LocatedFile(
        String relative,
        String shown,
        String identity,
        ScriptFile.Content now,
        ScriptFile.Content later,
        @Nullable Path path) {

    /** A file that the operating system does not find. */
    LocatedFile(String relative, String shown, String identity, ScriptFile.Content now, ScriptFile.Content later) {
        this(relative, shown, identity, now, later, null);
    }

    /** The name of the file, without directories. */
    String filename() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }
}
