package dev.migratedb.internal.plan;

import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.resolver.ResolvedMigration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a reconciliation. */
final class Lines {

    private Lines() {}

    /** A line for what is not applied. */
    static Reconciled unapplied(Candidate candidate, MigrationState state) {
        ResolvedMigration migration = candidate.migration();
        MigrationInfo info = new MigrationInfo(
                migration.kind(),
                migration.version(),
                migration.description(),
                migration.type(),
                migration.script(),
                migration.checksum(),
                state,
                null,
                null,
                null,
                null);
        return new Reconciled(info, candidate, null);
    }

    /**
     * A line for a row: everything about the run from the row, and the words that it ran under; script and checksum of
     * its migration as it is now, for that is where to look, unless the row tells of the past.
     */
    static Reconciled applied(Entry entry, @Nullable Candidate candidate, MigrationState state) {
        AppliedMigration row = entry.row();
        ResolvedMigration shown = candidate == null || isPast(state) ? null : candidate.migration();
        MigrationInfo info = new MigrationInfo(
                entry.identity().kind(),
                row.version(),
                Subject.stored(row.description()),
                row.type(),
                shown != null ? shown.script() : row.script(),
                shown != null ? shown.checksum() : row.checksum(),
                state,
                row.installedRank(),
                row.installedOn(),
                row.installedBy(),
                Duration.ofMillis(row.executionTimeMillis()));
        return new Reconciled(info, candidate, row);
    }

    private static boolean isPast(MigrationState state) {
        return state == MigrationState.UNDONE
                || state == MigrationState.DELETED
                || state == MigrationState.SUPERSEDED
                || state == MigrationState.OUTDATED;
    }
}
