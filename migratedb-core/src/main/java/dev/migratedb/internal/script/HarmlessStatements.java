package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Statements that surely end no transaction where DDL does.
 *
 * @param firstWords what they begin with
 * @param settings whether settings of the session are among them
 */
record HarmlessStatements(List<String> firstWords, boolean settings) {

    private static final Pattern AUTOCOMMIT = Pattern.compile("autocommit", Pattern.CASE_INSENSITIVE);

    static final HarmlessStatements USUAL = new HarmlessStatements(
            List.of("INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "MERGE", "VALUES", "SAVEPOINT", "RELEASE"), false);

    HarmlessStatements {
        firstWords = List.copyOf(firstWords);
    }

    /** These, settings, and some more. */
    HarmlessStatements and(String... words) {
        List<String> all = new ArrayList<>(firstWords);
        all.addAll(List.of(words));
        return new HarmlessStatements(all, true);
    }

    boolean contains(SqlStatement statement) {
        if (statement.transactionRule() == TransactionRule.CONTROLS) {
            return false;
        }
        if (settings && statement.transactionRule() == TransactionRule.NEUTRAL && statement.isFirstWord("SET")) {
            // there are many ways to write it
            return !AUTOCOMMIT.matcher(statement.sql()).find();
        }
        if (statement.isFirstWord("ROLLBACK")) {
            // to a savepoint, or it would control the transaction
            return true;
        }
        // not a stream: asked for every statement of every script
        for (int i = 0; i < firstWords.size(); i++) {
            if (statement.isFirstWord(firstWords.get(i))) {
                return true;
            }
        }
        return false;
    }
}
