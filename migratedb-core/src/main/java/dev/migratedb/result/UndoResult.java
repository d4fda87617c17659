package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code undo} did.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded
 * @param undone the undo migrations that were run, in the order in which they ran
 * @param currentVersion the version after the run; null where nothing versioned is applied any more
 */
public record UndoResult(
        String database,
        List<String> warnings,
        List<MigrationInfo> undone,
        @Nullable MigrationVersion currentVersion) implements OperationResult {

    public UndoResult {
        warnings = List.copyOf(warnings);
        undone = List.copyOf(undone);
    }
}
