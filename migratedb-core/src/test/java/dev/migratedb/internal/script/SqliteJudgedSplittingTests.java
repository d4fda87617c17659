package dev.migratedb.internal.script;

import java.util.List;

/** sqlite3 is the judge. For it, a carriage return ends no comment. */
class SqliteJudgedSplittingTests extends JudgedSplittingTests {

    SqliteJudgedSplittingTests() {
        super("sqlite", SqlSyntax.SQLITE, new Sqlite3(), List.of("\n", "\r\n"));
    }
}
