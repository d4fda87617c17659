package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptFile;

/**
 * A file below a location, not looked at yet.
 *
 * @param relative path below the location, with slashes
 * @param shown the place as people know it
 * @param identity equal for files that are the same one, however they were reached
 * @param now opens the content while the search lasts
 * @param later opens the content at any time
 */
record LocatedFile(String relative, String shown, String identity, ScriptFile.Content now, ScriptFile.Content later) {

    /** The name of the file, without directories. */
    String filename() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }
}
