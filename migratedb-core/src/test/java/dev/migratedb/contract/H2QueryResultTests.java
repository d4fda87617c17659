package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class H2QueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Test
    void ofALongTextOnlyTheBeginningIsRead() {
        script("V1__query.sql", "select cast(repeat('x', 100000) as clob) as a, cast(null as clob) as b;");
        try (LogLines lines = new LogLines()) {
            engine().outputQueryResults(true).load().migrate();

            assertThat(lines.all()).anyMatch(line -> line.contains("\n " + "x".repeat(59) + "… | NULL\n"));
        }
    }

    @Override
    String numbers(int last) {
        return "select x as n from system_range(1, " + last + ")";
    }
}
