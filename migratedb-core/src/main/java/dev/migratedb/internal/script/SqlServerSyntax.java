package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;
import dev.migratedb.internal.script.SqlSyntax.Quote;

/** How SQL Server is read: in batches, as its command-line client does. */
final class SqlServerSyntax {

    private static final String OUTSIDE = "SP_ADDSUBSCRIPTION|SP_DROPSUBSCRIPTION|SP_ADDDISTRIBUTOR|SP_DROPDISTRIBUTOR"
            + "|SP_ADDDISTPUBLISHER|SP_DROPDISTPUBLISHER|SP_ADDLINKEDSERVER|SP_DROPLINKEDSERVER|SP_ADDLINKEDSRVLOGIN"
            + "|SP_DROPLINKEDSRVLOGIN|SP_SERVEROPTION|SP_REPLICATIONDBOPTION|SP_FULLTEXT_DATABASE";

    private SqlServerSyntax() {}

    static SqlSyntax create() {
        return new SqlSyntaxBuilder("SQL Server")
                .quote('\'', "string")
                .quote('"', "quoted identifier")
                .quote('[', new Quote(']', "quoted identifier", false, true))
                .partsOfWord('$', '#', '@')
                .lineComments("--")
                .delimiterLine(DelimiterLine.GO)
                .clientCommands(':', "sqlcmd")
                .rule(
                        TransactionRule.CONTROLS,
                        "BEGIN TRAN|TRANSACTION",
                        "BEGIN DISTRIBUTED TRAN|TRANSACTION",
                        "COMMIT",
                        "ROLLBACK",
                        "SET IMPLICIT_TRANSACTIONS")
                .rule(
                        TransactionRule.REFUSES,
                        "BACKUP",
                        "RESTORE",
                        "RECONFIGURE",
                        "CREATE|ALTER|DROP DATABASE|FULLTEXT",
                        "EXEC|EXECUTE " + OUTSIDE,
                        "EXEC|EXECUTE … " + OUTSIDE)
                .rule(TransactionRule.NEUTRAL, "SET", "USE")
                .session(true, "SET", "USE", "EXECUTE|EXEC AS", "REVERT")
                .everyStatementMayGiveRows()
                .build();
    }
}
