package dev.migratedb.benchmarks;

import liquibase.util.StringUtil;

/** What Liquibase does with the text of a changeset in SQL. It is given characters, so it need not decode. */
final class LiquibaseReader implements SqlReader {

    private final String script;

    LiquibaseReader(String script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public int read() {
        return StringUtil.processMultiLineSQL(script, false, true, null).length;
    }
}
