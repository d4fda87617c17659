package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;

/** How Oracle is read: statements end with a semicolon, PL/SQL units with a slash on a line of its own, as in SQL*Plus. */
final class OracleSyntax {

    private OracleSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("Oracle")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .alternativeQuotes()
                .partsOfWord('$', '#')
                .lineComments("--")
                .plainComments()
                .delimiterLine(DelimiterLine.SLASH)
                .clientCommands(
                        '@',
                        "SQL*Plus",
                        "PROMPT",
                        "SPOOL",
                        "WHENEVER",
                        "DEFINE",
                        "UNDEFINE",
                        "EXEC",
                        "EXECUTE",
                        "REM",
                        "REMARK",
                        "SHOW",
                        "COLUMN",
                        "ACCEPT",
                        "PAUSE",
                        "VARIABLE",
                        "PRINT",
                        "HOST",
                        "START",
                        "CONNECT",
                        "DISCONNECT",
                        "EXIT",
                        "QUIT")
                .blocks(PlSqlBlocks.WORDS, PlSqlBlocks::new)
                .rule(TransactionRule.ORDINARY, "ROLLBACK [WORK] TO")
                .rule(TransactionRule.CONTROLS, "COMMIT", "ROLLBACK")
                .rule(TransactionRule.NEUTRAL, "ALTER SESSION", "SET ROLE")
                .session(true, "ALTER SESSION", "SET ROLE")
                .results("SELECT", "WITH", "CALL", "EXPLAIN", "BEGIN", "DECLARE")
                .resultWords("RETURNING")
                .build();
    }
}
