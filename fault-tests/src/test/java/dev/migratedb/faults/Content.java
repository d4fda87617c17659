package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in a database: read over one connection, since there are thousands of readings.
 *
 * @param catalog what tables and indexes look like, and locks that are left
 * @param tables all rows of all tables, each row with its columns by name in lower case
 */
record Content(List<String> catalog, Map<String, List<Map<String, String>>> tables) {

    static Content of(FreshDatabase database, TestDatabase server, String catalog) {
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, List<Map<String, String>>> tables = new TreeMap<>();
            for (String table : tables(connection)) {
                tables.put(table.toLowerCase(Locale.ROOT), rows(connection, "select * from " + server.quoted(table)));
            }
            List<String> lines = catalog.isEmpty()
                    ? List.of()
                    : rows(connection, catalog).stream()
                            .map(row -> String.valueOf(row.values()))
                            .sorted()
                            .toList();
            return new Content(lines, tables);
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static Content of(FreshDatabase database, Product product) {
        return of(database, product.server(), product.catalog());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static List<Map<String, String>> rows(Connection connection, String query) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= columns; i++) {
                    String column = result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                    row.put(column, column.equals("success") ? "" + result.getBoolean(i) : "" + result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows of a table with some of its columns, in words; none where there is no such table. */
    List<String> strings(String table, String... columns) {
        return tables.getOrDefault(table, List.of()).stream()
                .map(row -> Stream.of(columns).map(row::get).collect(Collectors.joining(" ")))
                .toList();
    }

    /** What must be the same after a disturbed run as after an undisturbed one. */
    List<String> picture() {
        List<String> all = new ArrayList<>(catalog);
        tables.forEach((table, rows) -> {
            if (table.endsWith("_lock")) {
                // a run that dies when its work is done leaves a lease, which ends by itself
                all.add("table " + table);
            } else if (table.equals("migratedb_state") || table.equals("flyway_schema_history")) {
                strings(table, "installed_rank", "version", "type", "script", "checksum", "success").stream()
                        .sorted()
                        .forEach(row -> all.add("history " + row));
            } else {
                rows.stream().map(Map::toString).sorted().forEach(row -> all.add(table + " " + row));
            }
        });
        return all;
    }
}
