package dev.migratedb.internal.history;

import dev.migratedb.migration.AppliedMigration;
import java.util.List;

/**
 * What the history held when it was read.
 *
 * @param origin where it was read
 * @param rows by rank; empty where there is no table
 * @param missing which of the rows are not in the own table yet, but only in Flyway's, where the own table has others
 */
public record HistorySnapshot(Origin origin, List<AppliedMigration> rows, List<Copy> missing) {

    /** No table. */
    public static final HistorySnapshot ABSENT = new HistorySnapshot(Origin.NONE, List.of(), List.of());

    public HistorySnapshot {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * What was read of the own table.
     *
     * @param exists whether there is one
     */
    public HistorySnapshot(boolean exists, List<AppliedMigration> rows) {
        this(exists ? Origin.OWN : Origin.NONE, rows, List.of());
    }

    /** Where a history was read. */
    public enum Origin {
        /** There is none. */
        NONE,
        /** In the own table. */
        OWN,
        /** In Flyway's table; there is no own one. */
        FLYWAY,
        /** In the own table, which was made by MigrateDB 1.x. */
        MIGRATEDB_V1
    }

    /**
     * A row that is to be copied from one table to another.
     *
     * @param from its rank there
     * @param rank its rank here
     */
    public record Copy(int from, int rank) {}

    /** Whether there is a history, in the own table or in one that is to be taken over. */
    public boolean exists() {
        return origin != Origin.NONE;
    }

    /** Whether everything is in the own table. */
    public boolean isOwn() {
        return origin == Origin.OWN && missing.isEmpty();
    }

    /** The same, with other rows. */
    public HistorySnapshot withRows(List<AppliedMigration> others) {
        return new HistorySnapshot(origin, others, missing);
    }

    /** The rank after the highest one; 1 for the first row. */
    public int nextRank() {
        return rows.isEmpty() ? 1 : Math.max(0, rows.get(rows.size() - 1).installedRank()) + 1;
    }
}
