package dev.migratedb.internal.history;

import dev.migratedb.migration.AppliedMigration;
import java.util.List;

/**
 * What the history table held when it was read.
 *
 * @param exists whether there is a table
 * @param rows by rank; empty where there is no table
 */
public record HistorySnapshot(boolean exists, List<AppliedMigration> rows) {

    /** No table. */
    public static final HistorySnapshot ABSENT = new HistorySnapshot(false, List.of());

    public HistorySnapshot {
        rows = List.copyOf(rows);
    }

    /** The rank after the highest one; 1 for the first row. */
    public int nextRank() {
        return rows.isEmpty() ? 1 : Math.max(0, rows.get(rows.size() - 1).installedRank()) + 1;
    }
}
