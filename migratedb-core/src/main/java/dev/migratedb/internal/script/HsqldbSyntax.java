package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;

/** How HSQLDB 2 is read. */
final class HsqldbSyntax {

    private HsqldbSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("HSQLDB")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .partsOfWord('$')
                .lineComments("--")
                .plainComments()
                .blocks(ProgramBlocks.WORDS, (text, keywords) -> new ProgramBlocks(text, keywords, false))
                .rule(TransactionRule.ORDINARY, "ROLLBACK [WORK] TO")
                .rule(TransactionRule.CONTROLS, "START TRANSACTION", "COMMIT", "ROLLBACK", "SET AUTOCOMMIT")
                .rule(TransactionRule.ORDINARY, "SET TRANSACTION|DATABASE|FILES|TABLE|PASSWORD|INITIAL|CONSTRAINTS")
                .rule(TransactionRule.NEUTRAL, "SET")
                .session(false, "SET TRANSACTION|DATABASE|FILES|TABLE|PASSWORD|INITIAL|CONSTRAINTS")
                .session(true, "SET")
                .results("SELECT", "VALUES", "TABLE", "WITH", "EXPLAIN", "CALL", "SCRIPT")
                .build();
    }
}
