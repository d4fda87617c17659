package dev.migratedb.internal.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** What a schema of SQL Server holds. */
final class SqlServerObjects {

    /**
     * Statements, each with the table that it is about, which is null where it is about none. What was made last goes first:
     * nothing that is bound to something else is older than that. Triggers and indexes go with their tables.
     */
    private static final String DROPS = """
            SELECT d.kept_by, d.statement FROM (
              SELECT 1 AS step, f.create_date, f.object_id AS id, OBJECT_NAME(f.parent_object_id) AS kept_by,
                  'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(f.parent_object_id)) + '.'
                    + QUOTENAME(OBJECT_NAME(f.parent_object_id)) + ' DROP CONSTRAINT ' + QUOTENAME(f.name) AS statement
                FROM sys.foreign_keys f WHERE ? IN (SCHEMA_NAME(f.schema_id), OBJECT_SCHEMA_NAME(f.referenced_object_id))
              UNION ALL
              SELECT 2, c.create_date, c.object_id, OBJECT_NAME(c.parent_object_id),
                  'ALTER TABLE ' + QUOTENAME(SCHEMA_NAME(c.schema_id)) + '.' + QUOTENAME(OBJECT_NAME(c.parent_object_id))
                    + ' DROP CONSTRAINT ' + QUOTENAME(c.name)
                FROM sys.check_constraints c WHERE c.schema_id = SCHEMA_ID(?)
              UNION ALL
              SELECT 3, t.create_date, t.object_id, t.name,
                  'ALTER TABLE ' + QUOTENAME(SCHEMA_NAME(t.schema_id)) + '.' + QUOTENAME(t.name)
                    + ' SET (SYSTEM_VERSIONING = OFF)'
                FROM sys.tables t WHERE t.temporal_type = 2 AND t.schema_id = SCHEMA_ID(?)
              UNION ALL
              SELECT 4, o.create_date, o.object_id, CASE o.kind WHEN 'TABLE' THEN o.name END,
                  'DROP ' + o.kind + ' ' + QUOTENAME(SCHEMA_NAME(o.schema_id)) + '.' + QUOTENAME(o.name)
                FROM (SELECT *, CASE
                      WHEN type = 'U' THEN 'TABLE' WHEN type = 'V' THEN 'VIEW' WHEN type IN ('P', 'PC') THEN 'PROCEDURE'
                      WHEN type IN ('FN', 'IF', 'TF', 'FS', 'FT') THEN 'FUNCTION' WHEN type = 'AF' THEN 'AGGREGATE'
                      WHEN type = 'SN' THEN 'SYNONYM' WHEN type = 'SO' THEN 'SEQUENCE' WHEN type = 'R' THEN 'RULE'
                      WHEN type = 'D' AND parent_object_id = 0 THEN 'DEFAULT' END AS kind
                    FROM sys.objects WHERE is_ms_shipped = 0) o
                WHERE o.kind IS NOT NULL AND o.schema_id = SCHEMA_ID(?)
              UNION ALL
              SELECT 5, NULL, y.user_type_id, NULL,
                  'DROP TYPE ' + QUOTENAME(SCHEMA_NAME(y.schema_id)) + '.' + QUOTENAME(y.name)
                FROM sys.types y WHERE y.is_user_defined = 1 AND y.schema_id = SCHEMA_ID(?)
              UNION ALL
              SELECT 6, NULL, x.xml_collection_id, NULL,
                  'DROP XML SCHEMA COLLECTION ' + QUOTENAME(SCHEMA_NAME(x.schema_id)) + '.' + QUOTENAME(x.name)
                FROM sys.xml_schema_collections x WHERE x.schema_id = SCHEMA_ID(?)
            ) d ORDER BY d.step, d.create_date DESC, d.id DESC
            """;

    private SqlServerObjects() {}

    static List<String> drops(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        jdbc.query(
                DROPS,
                row -> {
                    String table = row.getString(1);
                    if (table == null || !keptTables.contains(table)) {
                        statements.add(row.getString(2));
                    }
                },
                schema,
                schema,
                schema,
                schema,
                schema,
                schema);
        return statements;
    }
}
