package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.List;
import java.util.regex.Pattern;

/** What a statement may have to wait for, as far as its words tell. */
enum LockNeed {
    /** Nothing that others hold: settings of the session, transactions and savepoints. */
    NOTHING,
    /**
     * Rows, or the end of transactions that are under way, while others go on: it reads or changes rows, or builds or drops
     * something concurrently.
     */
    ROWS,
    /** A whole table. Whoever comes later waits behind it. */
    TABLE;

    private static final List<String> SETTINGS =
            List.of("SET", "RESET", "SHOW", "USE", "UNLOCK", "SAVEPOINT", "RELEASE", "ROLLBACK");

    private static final List<String> OF_ROWS = List.of(
            "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "VALUES", "TABLE", "(", "COPY", "LOAD",
            "EXPLAIN", "DECLARE", "FETCH", "MOVE", "CLOSE");

    private static final Pattern CONCURRENTLY = Pattern.compile("\\bCONCURRENTLY\\b", Pattern.CASE_INSENSITIVE);

    static LockNeed of(SqlStatement statement) {
        if (statement.beginsWith("LOCK")) {
            return TABLE;
        }
        TransactionRule rule = statement.transactionRule();
        if (rule == TransactionRule.CONTROLS || beginsWithOneOf(SETTINGS, statement)) {
            return NOTHING;
        }
        if (beginsWithOneOf(OF_ROWS, statement)) {
            return ROWS;
        }
        boolean concurrently = rule == TransactionRule.REFUSES
                && CONCURRENTLY.matcher(statement.sql()).find();
        return concurrently ? ROWS : TABLE;
    }

    private static boolean beginsWithOneOf(List<String> words, SqlStatement statement) {
        return words.stream().anyMatch(statement::beginsWith);
    }
}
