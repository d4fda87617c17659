package dev.migratedb.internal.script;

import java.util.List;

/** MariaDB's client is the judge. For it, a carriage return ends no comment. */
class MariaDbJudgedSplittingTests extends JudgedSplittingTests {

    MariaDbJudgedSplittingTests() {
        super("mysql", SqlSyntax.MYSQL, new MariaDbClient(), List.of("\n", "\r\n"));
    }
}
