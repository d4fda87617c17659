package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/**
 * What a migration and its rows have in common: the version, or the description where there is none.
 *
 * @param version null for repeatable migrations
 * @param description as the history holds it; empty where there is a version, since it may change then
 */
record Subject(@Nullable MigrationVersion version, String description) {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final String ELLIPSIS = "...";

    /** Stands for an empty description in databases that take an empty text for null. */
    private static final String NO_DESCRIPTION = "<< no description >>";

    static Subject of(ResolvedMigration migration) {
        return of(migration.version(), migration.description());
    }

    static Subject of(AppliedMigration row) {
        return of(row.version(), row.description());
    }

    static Subject of(MigrationInfo info) {
        return of(info.version(), info.description());
    }

    private static Subject of(@Nullable MigrationVersion version, String description) {
        return version != null ? new Subject(version, "") : new Subject(null, stored(description));
    }

    /** A description as it comes back from the history, which has room for 200 characters. */
    static String stored(String description) {
        if (description.equals(NO_DESCRIPTION)) {
            return "";
        }
        if (description.length() <= LONGEST_DESCRIPTION) {
            return description;
        }
        int end = LONGEST_DESCRIPTION - ELLIPSIS.length();
        return description.substring(0, Character.isHighSurrogate(description.charAt(end - 1)) ? end - 1 : end)
                + ELLIPSIS;
    }
}
