package dev.migratedb.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table as a value.
 *
 * @param installedRank the position in the history, counted from 1 (0 for a row about created schemas)
 * @param version null for repeatable migrations and for rows that belong to no version
 * @param description never null; empty where the migration has none
 * @param type kept as it was read, since other tools and later versions write types that are unknown here
 * @param script path below its location, or class name
 * @param checksum null where the migration has none
 * @param installedBy the user that applied it
 * @param installedOn null where the database holds a value that is no time
 * @param executionTimeMillis in milliseconds
 * @param success false for a migration that failed where its database could not take it back
 */
public record AppliedMigration(
        int installedRank,
        @Nullable MigrationVersion version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        String installedBy,
        @Nullable Instant installedOn,
        long executionTimeMillis,
        boolean success) {}
