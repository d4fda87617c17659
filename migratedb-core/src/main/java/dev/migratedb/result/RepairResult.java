package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import java.util.List;

/**
 * What {@code repair} did to the history.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded
 * @param removed failed rows that were taken out
 * @param deleted rows without a file, which were marked as deleted
 * @param aligned rows that were made equal to their files
 */
public record RepairResult(
        String database,
        List<String> warnings,
        List<MigrationInfo> removed,
        List<MigrationInfo> deleted,
        List<MigrationInfo> aligned)
        implements OperationResult {

    public RepairResult {
        warnings = List.copyOf(warnings);
        removed = List.copyOf(removed);
        deleted = List.copyOf(deleted);
        aligned = List.copyOf(aligned);
    }
}
