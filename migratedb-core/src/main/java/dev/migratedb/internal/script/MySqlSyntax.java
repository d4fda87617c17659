package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;
import dev.migratedb.internal.script.SqlSyntax.Quote;

/** How MySQL and MariaDB are read: as their own command-line clients read a file. */
final class MySqlSyntax {

    private MySqlSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("MySQL")
                .quote('\'', new Quote('\'', "string", true, true))
                .quote('"', new Quote('"', "string", true, true))
                .quote('`', "quoted identifier")
                .partsOfWord('$')
                .lineCommentBeforeBlank("--")
                .lineComments("#")
                .plainComments()
                .executableComments()
                .delimiterLine(DelimiterLine.DELIMITER)
                .metaCommands('\\', "mysql", "N", ". End the statement with its delimiter instead")
                .blocks(ProgramBlocks.WORDS, (text, keywords) -> new ProgramBlocks(text, keywords, true))
                .rule(TransactionRule.ORDINARY, "BEGIN NOT ATOMIC", "ROLLBACK [WORK] TO")
                .rule(
                        TransactionRule.CONTROLS,
                        "BEGIN",
                        "START TRANSACTION",
                        "COMMIT",
                        "ROLLBACK",
                        "XA",
                        "SET … AUTOCOMMIT =")
                .rule(TransactionRule.ORDINARY, "SET TRANSACTION|PASSWORD|DEFAULT|STATEMENT")
                .rule(TransactionRule.NEUTRAL, "SET", "SHOW", "USE", "LOCK TABLE|TABLES", "UNLOCK TABLE|TABLES")
                .session(false, "SET TRANSACTION|GLOBAL|PERSIST|PERSIST_ONLY|PASSWORD|DEFAULT|STATEMENT")
                .session(true, "SET", "USE", "LOCK TABLE|TABLES")
                .results(
                        "SELECT",
                        "VALUES",
                        "TABLE",
                        "WITH",
                        "SHOW",
                        "EXPLAIN",
                        "DESCRIBE",
                        "DESC",
                        "CALL",
                        "EXECUTE",
                        "HANDLER",
                        "CHECK",
                        "CHECKSUM",
                        "ANALYZE",
                        "ANALYSE",
                        "OPTIMIZE",
                        "REPAIR",
                        "HELP",
                        "XA",
                        "CACHE",
                        "BEGIN",
                        "IF",
                        "CASE",
                        "LOOP",
                        "REPEAT",
                        "WHILE",
                        "FOR",
                        "SET")
                .resultWords("RETURNING")
                .harmlessLikeSettings("REPLACE", "USE", "SHOW", "EXPLAIN", "DESCRIBE", "DESC", "DO")
                .build();
    }
}
