package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.HistoryColumns;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.FlywayTable.Handover;
import dev.migratedb.internal.history.HistorySnapshot.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries for the rows of one history as another one shall have them. Each ends with a condition. */
final class HistoryCopies {

    private static final String RANK = "installed_rank";
    private static final String TYPE = "type";

    /** Oracle takes no more. */
    private static final int LONGEST_LIST = 1000;

    private HistoryCopies() {}

    /** Everything but what is there only to lock the table. */
    static String all(Dialect dialect, TableName from) {
        return query(dialect, from, Map.of()) + " WHERE h." + dialect.quote(RANK) + " >= 0 AND h." + dialect.quote(TYPE)
                + " <> 'TABLE'";
    }

    /** Everything of a history whose checksums are texts, without these. */
    static String withoutChecksums(Dialect dialect, TableName from) {
        return query(dialect, from, Map.of("checksum", "NULL")) + " WHERE h." + dialect.quote(RANK) + " >= 0 AND h."
                + dialect.quote(TYPE) + " <> 'TABLE'";
    }

    /**
     * One row.
     *
     * @param type its other type; null where it keeps its own
     */
    static String row(Dialect dialect, TableName from, Copy copy, @Nullable String type) {
        Map<String, String> replaced = new TreeMap<>(Map.of(RANK, String.valueOf(copy.rank())));
        if (type != null) {
            replaced.put(TYPE, "'" + type + "'");
        }
        return query(dialect, from, replaced) + " WHERE h." + dialect.quote(RANK) + " = " + copy.from();
    }

    /** Some rows, which keep their ranks. */
    static String some(Dialect dialect, TableName from, List<Handover> rows) {
        String rank = "h." + dialect.quote(RANK);
        Map<String, List<Handover>> retyped = new TreeMap<>();
        for (Handover row : rows) {
            if (row.type() != null) {
                retyped.computeIfAbsent(row.type(), type -> new ArrayList<>()).add(row);
            }
        }
        StringBuilder type = new StringBuilder("CASE");
        retyped.forEach((name, some) -> type.append(" WHEN ")
                .append(in(rank, some))
                .append(" THEN '")
                .append(name)
                .append("'"));
        type.append(" ELSE h.").append(dialect.quote(TYPE)).append(" END");
        return query(dialect, from, retyped.isEmpty() ? Map.of() : Map.of(TYPE, type.toString())) + " WHERE "
                + (rows.isEmpty() ? "1 = 0" : in(rank, rows));
    }

    private static String in(String rank, List<Handover> rows) {
        List<String> lists = new ArrayList<>();
        for (int begin = 0; begin < rows.size(); begin += LONGEST_LIST) {
            lists.add(rows.subList(begin, Math.min(begin + LONGEST_LIST, rows.size())).stream()
                    .map(row -> String.valueOf(row.copy().from()))
                    .collect(Collectors.joining(", ", rank + " IN (", ")")));
        }
        return lists.size() == 1 ? lists.get(0) : "(" + String.join(" OR ", lists) + ")";
    }

    private static String query(Dialect dialect, TableName from, Map<String, String> replaced) {
        return "SELECT " + HistoryColumns.selected(dialect, "h", replaced) + " FROM " + dialect.quote(from) + " h";
    }
}
