package dev.migratedb.internal.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the history table, which are those of Flyway's. */
public final class HistoryColumns {

    /** In their order. The column {@code installed_on} is left to its default when a row is written. */
    static final List<String> ALL = List.of(
            "installed_rank",
            "version",
            "description",
            "type",
            "script",
            "checksum",
            "installed_by",
            "installed_on",
            "execution_time",
            "success");

    private HistoryColumns() {}

    /**
     * The definitions, one per line.
     *
     * @param installedOn type, default and refusal of null of that column
     * @param success type of that column
     */
    static String definition(Dialect dialect, String installedOn, String success) {
        return definition(dialect, "VARCHAR", installedOn, success);
    }

    /**
     * The definitions, one per line.
     *
     * @param text type of texts
     * @param installedOn type, default and refusal of null of that column
     * @param success type of that column
     */
    static String definition(Dialect dialect, String text, String installedOn, String success) {
        return ALL.stream()
                .map(column -> "  " + dialect.quote(column) + " " + type(column, text, installedOn, success))
                .collect(Collectors.joining(",\n"));
    }

    private static String type(String column, String text, String installedOn, String success) {
        return switch (column) {
            case "installed_rank", "execution_time" -> "INTEGER NOT NULL";
            case "version" -> text + "(50)";
            case "description" -> text + "(200) NOT NULL";
            case "type" -> text + "(20) NOT NULL";
            case "script" -> text + "(1000) NOT NULL";
            case "checksum" -> "INTEGER";
            case "installed_by" -> text + "(100) NOT NULL";
            case "installed_on" -> installedOn;
            case "success" -> success + " NOT NULL";
            default -> throw new IllegalArgumentException(column);
        };
    }

    /** The same rows as a query brings, with the names of the columns, which the query need not give. */
    static String named(Dialect dialect, String query) {
        String none =
                ALL.stream().map(column -> "NULL AS " + dialect.quote(column)).collect(Collectors.joining(", "));
        return "SELECT " + none + " FROM (SELECT 1 AS one) e WHERE one = 2 UNION ALL " + query;
    }

    /** All columns, in their order. */
    public static String all(Dialect dialect) {
        return ALL.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    /** A select list of all columns, in their order, to be read. */
    public static String selected(Dialect dialect, String alias) {
        String installedOn = "installed_on";
        return selected(dialect, alias, Map.of(installedOn, dialect.moment(alias + "." + dialect.quote(installedOn))));
    }

    /**
     * A select list of all columns, in their order, as they are.
     *
     * @param replaced expressions that stand for columns, by their names
     */
    public static String selected(Dialect dialect, String alias, Map<String, String> replaced) {
        return ALL.stream()
                .map(column -> replaced.getOrDefault(column, alias + "." + dialect.quote(column)))
                .collect(Collectors.joining(", "));
    }

    /** The columns that a new row gives, in their order. */
    public static String inserted(Dialect dialect) {
        return ALL.stream()
                .filter(column -> !column.equals("installed_on"))
                .map(dialect::quote)
                .collect(Collectors.joining(", "));
    }
}
