package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a row of one history is found in another one that it was copied to. Ranks differ between the two, types may, and
 * repair changes descriptions and checksums; the moment at which a script ran stays.
 *
 * @param version null where the row belongs to no version
 * @param script as the history holds it
 * @param installedOn null where the database holds a value that is no time
 */
record RowIdentity(
        @Nullable MigrationVersion version,
        String script,
        @Nullable Instant installedOn) {

    static RowIdentity of(AppliedMigration row) {
        return new RowIdentity(row.version(), row.script(), row.installedOn());
    }
}
