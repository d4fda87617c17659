package dev.migratedb.internal.dialect;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** The kinds of objects that a schema of Oracle can hold, in an order in which they can be dropped. */
enum OracleObjects {
    /** Before what they belong to, which would take them along. */
    TRIGGERS("TRIGGER", ""),
    /** With the table behind each. */
    MATERIALIZED_VIEWS("MATERIALIZED VIEW", ""),
    VIEWS("VIEW", " CASCADE CONSTRAINTS"),
    /** Not what belongs to another table or to a materialized view, and goes with it. */
    TABLES("TABLE", " CASCADE CONSTRAINTS PURGE", """
             AND NOT EXISTS (SELECT 1 FROM all_tables t WHERE t.owner = o.owner AND t.table_name = o.object_name
               AND (t.nested = 'YES' OR t.iot_type IN ('IOT_OVERFLOW', 'IOT_MAPPING')))
             AND NOT EXISTS (SELECT 1 FROM all_mviews m WHERE m.owner = o.owner AND m.container_name = o.object_name)
             AND NOT EXISTS (SELECT 1 FROM all_mview_logs l WHERE l.log_owner = o.owner AND l.log_table = o.object_name)
             AND o.object_name NOT LIKE 'RUPD$~_%' ESCAPE '~'\
            """),
    CLUSTERS("CLUSTER", ""),
    /** Those of identity columns go with their tables. */
    SEQUENCES("SEQUENCE", "", " AND o.object_name NOT LIKE 'ISEQ$$~_%' ESCAPE '~'"),
    SYNONYMS("SYNONYM", " FORCE"),
    INDEX_TYPES("INDEXTYPE", " FORCE"),
    OPERATORS("OPERATOR", " FORCE"),
    PACKAGES("PACKAGE", ""),
    PROCEDURES("PROCEDURE", ""),
    FUNCTIONS("FUNCTION", ""),
    /** With its classes. */
    JAVA("JAVA SOURCE", ""),
    TYPES("TYPE", " FORCE"),
    LIBRARIES("LIBRARY", ""),
    DIMENSIONS("DIMENSION", "");

    private final String query;
    private final String drop;
    private final String end;

    OracleObjects(String type, String end) {
        this(type, end, "");
    }

    OracleObjects(String type, String end, String condition) {
        this.query = "SELECT o.object_name FROM all_objects o WHERE o.owner = ? AND o.object_type = '" + type
                + "' AND o.generated = 'N' AND o.secondary = 'N'" + condition + " ORDER BY o.object_name";
        this.drop = "DROP " + type + " ";
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
