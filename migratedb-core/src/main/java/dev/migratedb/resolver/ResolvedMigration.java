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
 * @param type the value for the history column {@code type}, at most 20 characters: of baseline migrations it ends with
 *     {@code _BASELINE}, of undo migrations it begins with {@code UNDO_}
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

    /** The type that migrations of resolvers have unless they say otherwise. */
    public static final String CUSTOM = "CUSTOM";

    /** A migration of type {@link #CUSTOM}, or what goes with that for a baseline or undo migration. */
    public ResolvedMigration(
            MigrationKind kind,
            @Nullable MigrationVersion version,
            String description,
            String script,
            @Nullable Integer checksum,
            MigrationExecutor executor) {
        this(
                kind,
                version,
                description,
                switch (kind) {
                    case VERSIONED, REPEATABLE -> CUSTOM;
                    case BASELINE -> CUSTOM + "_BASELINE";
                    case UNDO -> "UNDO_" + CUSTOM;
                },
                script,
                checksum,
                executor);
    }

    public ResolvedMigration {
        if ((kind == MigrationKind.REPEATABLE) != (version == null)) {
            throw new IllegalArgumentException("A migration has no version exactly when it is repeatable, but " + script
                    + " is " + kind + " with version " + version);
        }
    }
}
