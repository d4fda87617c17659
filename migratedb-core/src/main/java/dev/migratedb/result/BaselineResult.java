package dev.migratedb.result;

import dev.migratedb.migration.MigrationVersion;
import java.util.List;

/**
 * What {@code baseline} did.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded
 * @param version at which the history begins
 * @param created false where the history began there already
 */
public record BaselineResult(String database, List<String> warnings, MigrationVersion version, boolean created)
        implements OperationResult {

    public BaselineResult {
        warnings = List.copyOf(warnings);
    }
}
