package dev.migratedb.internal.dialect;

/**
 * A table with its schema.
 *
 * @param schema as the catalog has it
 * @param table as the catalog has it
 */
public record TableName(String schema, String table) {

    /** The same schema, another table. */
    public TableName withSuffix(String suffix) {
        return new TableName(schema, table + suffix);
    }
}
