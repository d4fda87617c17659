package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresQueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String numbers(int last) {
        return "select generate_series(1, " + last + ") as n";
    }

    @Test
    void binaryValuesAreNotShown() {
        script("V1__query.sql", "select '\\x00ff'::bytea as a, null::bytea as b, '{1,2}'::int[] as c;");
        try (LogLines lines = new LogLines()) {
            engine().outputQueryResults(true).load().migrate();

            assertThat(lines.all()).anyMatch(line -> line.contains("\n (binary) | NULL | {1,2}\n"));
        }
    }
}
