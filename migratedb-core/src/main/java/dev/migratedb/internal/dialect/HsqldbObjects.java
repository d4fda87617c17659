package dev.migratedb.internal.dialect;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** The kinds of objects that a schema of HSQLDB can hold, in an order in which they can be dropped. */
enum HsqldbObjects {
    SYNONYMS("SYNONYM_NAME", "SYSTEM_SYNONYMS WHERE SYNONYM_SCHEMA", "DROP SYNONYM ", ""),
    /** Those of tables go with their tables. */
    VIEWS("TABLE_NAME", "VIEWS WHERE TABLE_SCHEMA", "DROP VIEW ", " IF EXISTS CASCADE"),
    TABLES("TABLE_NAME", "TABLES WHERE TABLE_TYPE <> 'VIEW' AND TABLE_SCHEMA", "DROP TABLE ", " IF EXISTS CASCADE"),
    ROUTINES("SPECIFIC_NAME", "ROUTINES WHERE SPECIFIC_SCHEMA", "DROP SPECIFIC ROUTINE ", " IF EXISTS CASCADE"),
    SEQUENCES("SEQUENCE_NAME", "SEQUENCES WHERE SEQUENCE_SCHEMA", "DROP SEQUENCE ", " CASCADE"),
    DOMAINS("DOMAIN_NAME", "DOMAINS WHERE DOMAIN_SCHEMA", "DROP DOMAIN ", " CASCADE"),
    TYPES("USER_DEFINED_TYPE_NAME", "USER_DEFINED_TYPES WHERE USER_DEFINED_TYPE_SCHEMA", "DROP TYPE ", " CASCADE"),
    COLLATIONS("COLLATION_NAME", "COLLATIONS WHERE COLLATION_SCHEMA", "DROP COLLATION ", ""),
    CHARACTER_SETS("CHARACTER_SET_NAME", "CHARACTER_SETS WHERE CHARACTER_SET_SCHEMA", "DROP CHARACTER SET ", "");

    private final String query;
    private final String drop;
    private final String end;

    HsqldbObjects(String column, String source, String drop, String end) {
        this.query = "SELECT " + column + " FROM INFORMATION_SCHEMA." + source + " = ? ORDER BY 1";
        this.drop = drop;
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
