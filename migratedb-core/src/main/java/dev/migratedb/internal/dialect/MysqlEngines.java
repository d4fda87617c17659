package dev.migratedb.internal.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The engines of the tables of a server of MySQL or MariaDB, some of which know no transactions: MyISAM, Aria, MEMORY, … */
final class MysqlEngines {

    /** A table that cannot be opened has no engine, and nobody knows. A view has none either. */
    private static final String TABLES = """
            SELECT t.table_schema, t.table_name, COALESCE(t.engine, 'unknown')
            FROM information_schema.tables t
            LEFT JOIN information_schema.engines e ON e.engine = t.engine
            WHERE t.table_type NOT LIKE '%VIEW' AND t.table_type <> 'SEQUENCE'
              AND t.table_schema NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')
              AND COALESCE(e.transactions, 'NO') <> 'YES'
            ORDER BY 1, 2
            """;

    private MysqlEngines() {}

    /**
     * Which tables keep their rows at a rollback, as a clause. Not only those that a script names: triggers and foreign keys
     * write, too.
     */
    static @Nullable String withoutTransactions(JdbcOperations jdbc) {
        List<String> tables = jdbc.query(
                TABLES,
                (row, number) -> row.getString(1) + "." + row.getString(2) + " (ENGINE=" + row.getString(3) + ")");
        return switch (tables.size()) {
            case 0 -> null;
            case 1 -> "it does not take back rows of table " + tables.get(0);
            default ->
                "it does not take back rows of table " + tables.get(0) + ", nor those of " + (tables.size() - 1)
                        + " more without transactions";
        };
    }
}
