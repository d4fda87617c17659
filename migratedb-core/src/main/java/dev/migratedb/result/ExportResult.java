package dev.migratedb.result;

import java.util.List;

/**
 * What {@code exportFlywayHistory} did.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded; names what was left out and what has another type
 *     now
 * @param table Flyway's table, with its schema
 * @param rows how many rows were written; 0 where the table had them all
 */
public record ExportResult(String database, List<String> warnings, String table, int rows) implements OperationResult {

    public ExportResult {
        warnings = List.copyOf(warnings);
    }
}
