package dev.migratedb.resolver;

import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was found, ready to be run.
 *
 * @param kind what it is for
 * @param version null exactly for repeatable migrations
 * @param description words with blanks; empty where there are none
 * @param type the value for the history column {@code type}
 * @param script path below its location, or class name
 * @param checksum null where it has none
 * @param executor what runs it
 */
public record ResolvedMigration(
        MigrationKind kind,
        @Nullable MigrationVersion version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        MigrationExecutor executor) {

    public ResolvedMigration {
        if ((kind == MigrationKind.REPEATABLE) != (version == null)) {
            throw new IllegalArgumentException("A migration has no version exactly when it is repeatable, but " + script
                    + " is " + kind + " with version " + version);
        }
    }
}
