package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.Quote;

/** How SQLite 3 is read. */
final class SqliteSyntax {

    private SqliteSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("SQLite")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .quote('`', "quoted identifier")
                .quote('[', new Quote(']', "quoted identifier", false, false))
                .partsOfWord('$')
                .lineComments("--")
                .plainComments()
                .clientCommands('.', "sqlite3")
                .blocks(TriggerBlocks.HEAD, TriggerBlocks.WORDS, TriggerBlocks::new)
                .rule(TransactionRule.ORDINARY, "ROLLBACK [TRANSACTION] TO")
                .rule(TransactionRule.CONTROLS, "BEGIN", "COMMIT", "END", "ROLLBACK")
                .rule(
                        TransactionRule.REFUSES,
                        "VACUUM",
                        "DETACH",
                        "PRAGMA … FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS =",
                        "PRAGMA … FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS (",
                        "PRAGMA … WAL_CHECKPOINT")
                .rule(TransactionRule.ORDINARY, "PRAGMA … DEFER_FOREIGN_KEYS")
                .rule(TransactionRule.NEUTRAL, "PRAGMA")
                .session(false, "PRAGMA … USER_VERSION|APPLICATION_ID|JOURNAL_MODE|AUTO_VACUUM|ENCODING|PAGE_SIZE")
                .session(true, "PRAGMA … =", "PRAGMA … (", "ATTACH", "DETACH")
                .results("SELECT", "VALUES", "WITH", "EXPLAIN", "PRAGMA")
                .resultWords("RETURNING")
                .build();
    }
}
