package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Indexes that PostgreSQL keeps although their build has ended in the middle. */
final class PostgresInvalidIndexes {

    private static final String DROP = """
            SELECT format('DROP INDEX CONCURRENTLY IF EXISTS %I.%I', n.nspname, c.relname)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relname = ? AND (n.nspname = ? OR CAST(? AS boolean))
            """;

    private PostgresInvalidIndexes() {}

    /** {@code CREATE INDEX CONCURRENTLY} is the statement of that beginning that refuses a transaction. */
    static boolean mayComeFrom(SqlStatement statement) {
        return statement.transactionRule() == TransactionRule.REFUSES && statement.isFirstWord("CREATE");
    }

    static Optional<String> drop(JdbcOperations jdbc, @Nullable String schema, String index) {
        List<String> found =
                jdbc.query(DROP, (row, number) -> row.getString(1), index, String.valueOf(schema), schema == null);
        // with two of that name nobody can tell which one it was
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
