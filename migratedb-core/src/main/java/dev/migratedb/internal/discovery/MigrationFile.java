package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A migration in a file that was found.
 *
 * @param kind by its prefix
 * @param version null exactly for repeatable ones
 * @param description with blanks; empty where the name has none
 * @param file the script
 */
public record MigrationFile(
        MigrationKind kind, @Nullable MigrationVersion version, String description, ScriptFile file) {}
