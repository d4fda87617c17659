package dev.migratedb.configuration;

import dev.migratedb.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * How far undo goes.
 *
 * @param target the last version that is undone, itself included; null means by number
 * @param count how many migrations are undone; counts only without a target
 */
public record UndoPolicy(@Nullable MigrationVersion target, int count) {

    /** The one that was applied last. */
    public static final UndoPolicy DEFAULT = new UndoPolicy(null, 1);

    public UndoPolicy {
        if (count < 1) {
            throw Settings.wrong("undo.count", "must be at least 1, but is " + count);
        }
        if (target != null && count != 1) {
            throw Settings.wrong("undo.count", "does not go with 'migratedb.undo.target'");
        }
    }
}
