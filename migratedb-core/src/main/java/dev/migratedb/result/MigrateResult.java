package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code migrate} did.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded
 * @param schema the schema of the history table; null where the database has none
 * @param initialVersion the version before the run; null where the history was empty
 * @param targetVersion the version after the run; null where nothing versioned is applied
 * @param migrations those that were run, in the order in which they ran
 * @param executionTime of the whole command
 */
public record MigrateResult(
        String database,
        List<String> warnings,
        @Nullable String schema,
        @Nullable MigrationVersion initialVersion,
        @Nullable MigrationVersion targetVersion,
        List<MigrationInfo> migrations,
        Duration executionTime)
        implements OperationResult {

    public MigrateResult {
        warnings = List.copyOf(warnings);
        migrations = List.copyOf(migrations);
    }

    /** How many migrations were run. */
    public int migrationsExecuted() {
        return migrations.size();
    }
}
