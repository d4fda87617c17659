package dev.migratedb.internal.script;

/** psql is the judge. */
class PostgresJudgedSplittingTests extends JudgedSplittingTests {

    PostgresJudgedSplittingTests() {
        super("postgresql", SqlSyntax.POSTGRESQL, new Psql());
    }
}
