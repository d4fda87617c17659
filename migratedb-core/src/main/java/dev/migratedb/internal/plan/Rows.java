package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import java.util.Comparator;
import java.util.List;

/** Rows as a history holds them. */
public final class Rows {

    /** The type of the row by which Flyway makes an empty table lockable. */
    public static final String MARKER_TYPE = "TABLE";

    private Rows() {}

    /** Those that tell what has happened, by rank: without the rows that databases need to lock a table. */
    public static List<AppliedMigration> ofHistory(List<AppliedMigration> rows) {
        return rows.stream()
                .filter(row -> row.installedRank() >= 0 && !row.type().equals(MARKER_TYPE))
                .sorted(Comparator.comparingInt(AppliedMigration::installedRank))
                .toList();
    }

    static int lastRank(List<AppliedMigration> rows) {
        return rows.stream().mapToInt(AppliedMigration::installedRank).max().orElse(0);
    }

    static AppliedMigration withRank(AppliedMigration row, int rank) {
        return new AppliedMigration(
                rank,
                row.version(),
                row.description(),
                row.type(),
                row.script(),
                row.checksum(),
                row.installedBy(),
                row.installedOn(),
                row.executionTimeMillis(),
                row.success());
    }

    /** A row in a message. */
    static String name(AppliedMigration row) {
        return row.version() == null ? "'" + row.description() + "'" : "version " + row.version();
    }
}
