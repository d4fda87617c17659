package dev.migratedb.internal.plan;

import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.internal.plan.Ledger.Fate;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a history is handed back to Flyway.
 *
 * @param rows to be written
 * @param leftOut rows about undo, which Flyway's open source build cannot read, and of what was undone, which it would take
 *     for applied
 * @param retyped rows with a type that it does not know, as they are in the own history
 * @param problem why nothing can be written; null where it can
 */
public record ExportPlan(
        List<Row> rows,
        List<AppliedMigration> leftOut,
        List<AppliedMigration> retyped,
        @Nullable Problem problem) {

    public ExportPlan {
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
        retyped = List.copyOf(retyped);
    }

    /**
     * A row to be written.
     *
     * @param ownRank its rank in the own history
     * @param rank its rank in Flyway's table
     * @param type its type in Flyway's table; null where it keeps its own
     */
    public record Row(int ownRank, int rank, @Nullable String type) {}

    /**
     * Decides what to write.
     *
     * @param own the own rows
     * @param flyway what Flyway's table holds already; empty where there is none
     * @param table Flyway's table, for messages
     */
    public static ExportPlan of(List<AppliedMigration> own, List<AppliedMigration> flyway, String table) {
        Map<RowIdentity, Entry> ours = byIdentity(own);
        Map<RowIdentity, Entry> theirs = byIdentity(flyway);
        for (Entry entry : LedgerReader.read(Rows.ofHistory(flyway)).entries()) {
            Entry counterpart = ours.get(RowIdentity.of(entry.row()));
            if (counterpart == null) {
                return refused(foreign(entry.row(), table));
            }
            if (counterpart.fate() == Fate.UNDONE && entry.fate() != Fate.UNDONE) {
                return refused(undone(entry.row(), table));
            }
        }
        List<Row> rows = new ArrayList<>();
        List<AppliedMigration> leftOut = new ArrayList<>();
        List<AppliedMigration> retyped = new ArrayList<>();
        int last = theirs.isEmpty() ? -1 : Rows.lastRank(flyway);
        for (Entry entry : LedgerReader.read(Rows.ofHistory(own)).entries()) {
            AppliedMigration row = entry.row();
            if (theirs.containsKey(RowIdentity.of(row))) {
                continue;
            }
            if (entry.type() == RowType.UNDO || entry.fate() == Fate.UNDONE) {
                leftOut.add(row);
                continue;
            }
            String type = FlywayType.of(row.type());
            boolean keepsType = type.equals(row.type());
            if (!keepsType) {
                retyped.add(row);
            }
            last = Math.max(row.installedRank(), last + 1);
            rows.add(new Row(row.installedRank(), last, keepsType ? null : type));
        }
        return new ExportPlan(rows, leftOut, retyped, null);
    }

    /** Each a sentence for the user; empty where Flyway gets everything as it is. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!leftOut.isEmpty()) {
            warnings.add("Not handed to Flyway, whose open source build does not know undo: "
                    + leftOut.stream().map(ExportPlan::shown).collect(Collectors.joining(", ")));
        }
        if (!retyped.isEmpty()) {
            warnings.add("Handed to Flyway with a type that it knows: "
                    + retyped.stream()
                            .map(row -> shown(row) + " as " + FlywayType.of(row.type()))
                            .collect(Collectors.joining(", ")));
        }
        return warnings;
    }

    private static String shown(AppliedMigration row) {
        return row.script() + " (" + Rows.name(row) + ", rank " + row.installedRank() + ", " + row.type() + ")";
    }

    private static Map<RowIdentity, Entry> byIdentity(List<AppliedMigration> history) {
        Map<RowIdentity, Entry> byIdentity = new HashMap<>();
        LedgerReader.read(Rows.ofHistory(history))
                .entries()
                .forEach(entry -> byIdentity.put(RowIdentity.of(entry.row()), entry));
        return byIdentity;
    }

    private static Problem foreign(AppliedMigration row, String table) {
        return problem(
                "The table " + table + " holds a row that the history of MigrateDB does not have: " + shown(row)
                        + ", of " + row.installedOn() + ".",
                "Run migrate, which takes over what Flyway has done, and export again. What migrate does not take over, such"
                        + " as failed rows and versions that both engines have applied, has to be removed from that table"
                        + " by hand. Or export to another table with 'migratedb.adopt-table'.");
    }

    private static Problem undone(AppliedMigration row, String table) {
        return problem(
                "The table " + table + " lists " + shown(row)
                        + " as applied, but it was undone since, which Flyway's open source build does not know.",
                "Delete that row (installed_rank " + row.installedRank() + ") from " + table + ", and export again.");
    }

    private static ExportPlan refused(Problem problem) {
        return new ExportPlan(List.of(), List.of(), List.of(), problem);
    }

    private static Problem problem(String message, String remedy) {
        return new Problem(ErrorCode.VALIDATION, null, null, message + " Nothing was written.", remedy);
    }
}
