package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;

/** How Oracle is read: statements end with a semicolon, PL/SQL units with a slash on a line of its own, as in SQL*Plus. */
final class OracleSyntax {

    private OracleSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("Oracle")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .lineComments("--")
                .rule(TransactionRule.ORDINARY, "ROLLBACK [WORK] TO")
                .rule(TransactionRule.CONTROLS, "COMMIT", "ROLLBACK")
                .rule(TransactionRule.NEUTRAL, "ALTER SESSION", "SET ROLE")
                .session(true, "ALTER SESSION", "SET ROLE")
                .build();
    }
}
