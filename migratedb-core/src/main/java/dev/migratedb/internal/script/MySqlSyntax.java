package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;

/** How MySQL and MariaDB are read: as their own command-line clients read a file. */
final class MySqlSyntax {

    private MySqlSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("MySQL")
                .quote('\'', "string")
                .quote('"', "string")
                .quote('`', "quoted identifier")
                .lineComments("--", "#")
                .rule(TransactionRule.ORDINARY, "BEGIN NOT ATOMIC", "ROLLBACK [WORK] TO")
                .rule(
                        TransactionRule.REFUSES,
                        "SET TRANSACTION",
                        "SET … SQL_LOG_BIN|BINLOG_FORMAT|GTID_NEXT =",
                        "XA START|BEGIN")
                .rule(
                        TransactionRule.CONTROLS,
                        "BEGIN",
                        "START TRANSACTION",
                        "COMMIT",
                        "ROLLBACK",
                        "XA",
                        "SET … AUTOCOMMIT =")
                .rule(TransactionRule.ORDINARY, "SET PASSWORD|DEFAULT|STATEMENT")
                .rule(TransactionRule.NEUTRAL, "SET", "SHOW", "USE", "LOCK TABLE|TABLES", "UNLOCK TABLE|TABLES")
                .session(false, "SET TRANSACTION|GLOBAL|PERSIST|PERSIST_ONLY|PASSWORD|DEFAULT|STATEMENT")
                .session(true, "SET", "USE", "LOCK TABLE|TABLES")
                .build();
    }
}
