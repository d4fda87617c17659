package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class QueryResultContractTests extends ContractTests {

    /** A query for the numbers from 1 as column n. */
    abstract String numbers(int last);

    private List<String> results(String script) {
        script("V1__query.sql", script);
        try (LogLines lines = new LogLines()) {
            engine().outputQueryResults(true)
                    .placeholders(Map.of("db_password", "hush-hush"))
                    .load()
                    .migrate();
            return lines.all().stream()
                    .filter(line -> line.startsWith("Result of the query at "))
                    .toList();
        }
    }

    private static String table(String result) {
        return result.substring(result.indexOf('\n') + 1);
    }

    @Test
    void rowsAreLoggedAsATableWithThePlaceOfTheirQuery() {
        List<String> results = results("""
                create table book (id int, title varchar(100));
                insert into book values (1, 'Emma'), (20, null);
                select id as a, title as b from book order by id;
                """);

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result).matches("(?is)Result of the query at .*V1__query.sql:3:1\n.*");
            assertThat(table(result)).isEqualToIgnoringCase("""
                     a  | b
                    ----+------
                     1  | Emma
                     20 | NULL
                    (2 rows)""");
        });
    }

    @Test
    void aResultWithoutRowsIsLoggedToo() {
        assertThat(results("select 1 as a, 2 as b where 1 = 0;"))
                .singleElement()
                .satisfies(result -> assertThat(table(result)).isEqualToIgnoringCase("""
                         a | b
                        ---+---
                        (0 rows)"""));
    }

    @Test
    void longValuesAreCutAndStayInTheirLine() {
        assertThat(results("select 'one\ntwo' as a, '" + "x".repeat(80) + "' as b;"))
                .singleElement()
                .satisfies(result -> assertThat(table(result).lines().skip(2))
                        .containsExactly(" one two | " + "x".repeat(59) + "…", "(1 row)"));
    }

    @Test
    void secretsAreMaskedBeforeValuesAreCut() {
        assertThat(results("select '" + "x".repeat(55) + "${db_password}' as a;"))
                .singleElement()
                .asString()
                .contains("x".repeat(55) + "***")
                .doesNotContain("hush");
    }

    @Test
    void aThousandRowsAreShownAndTheOthersCounted() {
        List<String> results = results(numbers(1234) + ";");

        assertThat(results).hasSize(10);
        assertThat(results.stream().flatMap(String::lines).filter(line -> line.matches(" \\d+")))
                .hasSize(1000)
                .contains(" 1", " 1000");
        assertThat(results.subList(0, 9)).noneMatch(result -> result.contains("row"));
        assertThat(results.get(9)).endsWith("\n(1234 rows, the first 1000 are shown)");
    }

    @Test
    void resultsOfCallbacksAreLoggedToo() {
        script("afterMigrate.sql", "select 42 as answer;");

        assertThat(results("select 1 as one;")).hasSize(2).last().asString().contains("afterMigrate.sql:1:1", " 42");
    }

    @Test
    void nothingIsLoggedByDefault() {
        script("V1__query.sql", "select 'canary' as a;");
        try (LogLines lines = new LogLines()) {
            engine().load().migrate();

            assertThat(lines.all()).isNotEmpty().noneMatch(line -> line.contains("canary"));
        }
    }
}
