package dev.migratedb.migration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what {@code info} tells: a migration, and where it stands.
 *
 * @param kind what the migration is for
 * @param version null for repeatable migrations and for rows that belong to no version
 * @param description words of the file or class name, with blanks; empty where the name has none
 * @param type the history column: {@code SQL}, {@code JDBC}, {@code SCRIPT}, {@code CUSTOM}, {@code BASELINE},
 *     {@code SCHEMA} …
 * @param script path below its location, or class name
 * @param checksum null where the migration has none
 * @param state where it stands
 * @param installedRank the position in the history; null where not applied
 * @param installedOn when it was applied; null where not applied
 * @param installedBy by whom it was applied; null where not applied
 * @param executionTime how long it took; null where not applied
 */
public record MigrationInfo(
        MigrationKind kind,
        @Nullable MigrationVersion version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        MigrationState state,
        @Nullable Integer installedRank,
        @Nullable Instant installedOn,
        @Nullable String installedBy,
        @Nullable Duration executionTime) {}
