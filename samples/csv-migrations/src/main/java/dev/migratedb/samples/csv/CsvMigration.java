package dev.migratedb.samples.csv;

import dev.migratedb.migration.MigrationContext;
import dev.migratedb.resolver.MigrationExecutor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Inserts lines into a table, in the transaction of the migration.
 *
 * @param table that gets them
 * @param lines the first of which names the columns
 */
record CsvMigration(String table, List<List<String>> lines) implements MigrationExecutor {

    CsvMigration {
        lines = List.copyOf(lines);
    }

    @Override
    public void execute(MigrationContext context) throws SQLException {
        if (lines.isEmpty()) {
            throw new IllegalStateException("The first line must name the columns of " + table);
        }
        List<String> columns = lines.get(0);
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (Connection connection = context.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int number = 2; number <= lines.size(); number++) {
                List<String> values = lines.get(number - 1);
                if (values.size() != columns.size()) {
                    throw new IllegalStateException("Row " + number + " has " + values.size() + " values for "
                            + columns.size() + " columns: " + values);
                }
                for (int column = 0; column < values.size(); column++) {
                    insert.setString(column + 1, values.get(column).isEmpty() ? null : values.get(column));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
