package dev.migratedb.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the journal held when it was read: the scripts that have not come to their end.
 *
 * @param rows those of each migration, by their statements
 */
public record Journal(Map<String, List<JournalRow>> rows) {

    /** No script has stopped on its way. */
    public static final Journal EMPTY = new Journal(Map.of());

    public Journal {
        rows = Map.copyOf(rows);
    }

    static Journal of(List<JournalRow> rows) {
        Map<String, List<JournalRow>> byMigration = new TreeMap<>();
        rows.forEach(row -> byMigration
                .computeIfAbsent(row.migration(), unused -> new ArrayList<>())
                .add(row));
        byMigration.replaceAll((migration, all) -> List.copyOf(all));
        return new Journal(byMigration);
    }

    /** The migrations whose scripts have not come to their end. */
    public Set<String> migrations() {
        return rows.keySet();
    }

    /** The rows of a migration, by their statements; empty where it has none. */
    public List<JournalRow> of(String migration) {
        return rows.getOrDefault(migration, List.of());
    }
}
