package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;

/** How SQLite 3 is read. */
final class SqliteSyntax {

    private SqliteSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("SQLite")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .quote('`', "quoted identifier")
                .lineComments("--")
                .rule(TransactionRule.ORDINARY, "ROLLBACK [TRANSACTION] TO")
                .rule(TransactionRule.CONTROLS, "BEGIN", "COMMIT", "END", "ROLLBACK")
                .rule(
                        TransactionRule.REFUSES,
                        "VACUUM",
                        "ATTACH",
                        "DETACH",
                        "PRAGMA … FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS|TEMP_STORE =",
                        "PRAGMA … FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS|TEMP_STORE (",
                        "PRAGMA … WAL_CHECKPOINT")
                .rule(TransactionRule.ORDINARY, "PRAGMA … DEFER_FOREIGN_KEYS")
                .rule(TransactionRule.NEUTRAL, "PRAGMA")
                .session(false, "PRAGMA … USER_VERSION|APPLICATION_ID|JOURNAL_MODE|AUTO_VACUUM|ENCODING|PAGE_SIZE")
                .session(true, "PRAGMA … =", "PRAGMA … (", "ATTACH", "DETACH")
                .build();
    }
}
