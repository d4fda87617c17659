package dev.migratedb.internal.script;

import java.util.List;

/** psql is the judge. */
class PostgresJudgedSplittingTests extends JudgedSplittingTests {

    PostgresJudgedSplittingTests() {
        super("postgresql", SqlSyntax.POSTGRESQL, new Psql(), List.of("\n", "\r\n", "\r"));
    }
}
