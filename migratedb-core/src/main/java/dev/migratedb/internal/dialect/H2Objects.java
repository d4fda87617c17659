package dev.migratedb.internal.dialect;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** The kinds of objects that a schema of H2 can hold, in an order in which they can be dropped. */
enum H2Objects {
    SYNONYMS("SYNONYM_NAME", "SYNONYMS WHERE SYNONYM_SCHEMA", "SYNONYM", ""),
    VIEWS(
            "TABLE_NAME",
            "TABLES WHERE TABLE_TYPE = 'VIEW' AND NOT " + H2Objects.MATERIALIZED + " AND TABLE_SCHEMA",
            "VIEW",
            " CASCADE"),
    MATERIALIZED_VIEWS(
            "TABLE_NAME", "TABLES WHERE " + H2Objects.MATERIALIZED + " AND TABLE_SCHEMA", "MATERIALIZED VIEW", ""),
    /** The table behind a materialized view goes with it, and leaves one without a name behind. */
    TABLES(
            "TABLE_NAME",
            "TABLES T WHERE TABLE_TYPE NOT IN ('VIEW', 'SYNONYM', 'LOCAL TEMPORARY') AND TABLE_NAME IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES M WHERE M." + H2Objects.MATERIALIZED
                    + " AND M.TABLE_SCHEMA = T.TABLE_SCHEMA AND M.TABLE_NAME || '$1' = T.TABLE_NAME) AND TABLE_SCHEMA",
            "TABLE",
            " CASCADE"),
    SEQUENCES("SEQUENCE_NAME", "SEQUENCES WHERE SEQUENCE_SCHEMA", "SEQUENCE", ""),
    DOMAINS("DOMAIN_NAME", "DOMAINS WHERE DOMAIN_SCHEMA", "DOMAIN", " CASCADE"),
    AGGREGATES("ROUTINE_NAME", "ROUTINES WHERE ROUTINE_TYPE = 'AGGREGATE' AND ROUTINE_SCHEMA", "AGGREGATE", ""),
    ALIASES("DISTINCT ROUTINE_NAME", "ROUTINES WHERE ROUTINE_TYPE <> 'AGGREGATE' AND ROUTINE_SCHEMA", "ALIAS", ""),
    CONSTANTS("CONSTANT_NAME", "CONSTANTS WHERE CONSTANT_SCHEMA", "CONSTANT", "");

    /** The type of a materialized view is that of a view. */
    private static final String MATERIALIZED = "TABLE_CLASS = 'org.h2.table.MaterializedView'";

    private final String query;
    private final String drop;
    private final String end;

    H2Objects(String column, String source, String type, String end) {
        this.query = "SELECT " + column + " FROM INFORMATION_SCHEMA." + source + " = ? ORDER BY 1";
        this.drop = "DROP " + type + " IF EXISTS ";
        this.end = end;
    }

    boolean areTables() {
        return this == TABLES;
    }

    List<String> in(JdbcOperations jdbc, String schema) {
        return jdbc.query(query, (row, number) -> row.getString(1), schema);
    }

    /** A statement that drops one of them. */
    String drop(String quotedName) {
        return drop + quotedName + end;
    }
}
