package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history, each row with what the other rows say about it.
 *
 * @param entries by rank
 * @param standing which migrations have at least one row that was neither undone nor deleted
 * @param undone what has been undone at least once
 * @param latestRuns the last row of each repeatable migration
 * @param current the highest version that was applied with success, and is neither undone nor deleted
 * @param highest the same, failed ones included
 * @param baseline the version at which the history begins
 * @param hasVersions whether there is any row of a version, undone, deleted and failed ones included
 */
record Ledger(
        List<Entry> entries,
        Set<Identity> standing,
        Set<Subject> undone,
        Map<Subject, Entry> latestRuns,
        @Nullable MigrationVersion current,
        @Nullable MigrationVersion highest,
        @Nullable MigrationVersion baseline,
        boolean hasVersions) {

    Ledger {
        entries = List.copyOf(entries);
        standing = Set.copyOf(standing);
        undone = Set.copyOf(undone);
        latestRuns = Map.copyOf(latestRuns);
    }

    /** What became of a row later. */
    enum Fate {
        STANDS,
        UNDONE,
        DELETED
    }

    /**
     * A row.
     *
     * @param row as it was read
     * @param type what it is about
     * @param subject version or description
     * @param fate what became of it
     * @param outOfOrder whether the same or a higher version was applied before
     */
    record Entry(AppliedMigration row, RowType type, Subject subject, Fate fate, boolean outOfOrder) {

        Identity identity() {
            return new Identity(type.kind(subject.version() != null), subject);
        }

        boolean stands() {
            return fate == Fate.STANDS;
        }
    }

    /** Whether a row is the last one of its repeatable migration. */
    boolean isLatestRun(Entry entry) {
        Entry latest = latestRuns.get(entry.subject());
        return latest != null && latest.row().installedRank() == entry.row().installedRank();
    }

    /** Whether an undo migration has nothing to take back any more, because it has done so. */
    boolean isSpent(Subject undo) {
        return undone.contains(undo) && !standing.contains(new Identity(MigrationKind.VERSIONED, undo));
    }
}
