package dev.migratedb.internal.dialect;

import java.util.List;
import java.util.stream.Collectors;

/** The columns of the journal. */
public final class JournalColumns {

    /** In their order: the first two are the key. */
    public static final List<String> ALL =
            List.of("migration", "statement", "line", "script", "hash", "excerpt", "state", "started_at", "was_there");

    private JournalColumns() {}

    static String createTable(Dialect dialect, TableName table) {
        return ALL.stream()
                .map(column -> "  " + dialect.quote(column) + " " + type(column))
                .collect(Collectors.joining(
                        ",\n",
                        "CREATE TABLE " + dialect.quote(table) + " (\n",
                        ",\n  PRIMARY KEY (" + dialect.quote("migration") + ", " + dialect.quote("statement")
                                + ")\n)"));
    }

    private static String type(String column) {
        return switch (column) {
            case "migration", "statement" -> typeOfValue(column) + " NOT NULL";
            default -> typeOfValue(column);
        };
    }

    /** The type of a column as a parameter for it is cast. */
    public static String typeOfValue(String column) {
        return switch (column) {
            case "statement", "line", "was_there" -> "INTEGER";
            case "script" -> "VARCHAR(1000)";
            case "hash" -> "VARCHAR(64)";
            case "state" -> "VARCHAR(20)";
            case "started_at" -> "VARCHAR(40)";
            default -> "VARCHAR(300)";
        };
    }
}
