package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "select 1, 1, 1",
                "~\\n\\n  select 1~, 3, 3",
                "~\\r\\n\\r\\nselect 1~, 3, 1",
                "~\\r\\rselect 1~, 3, 1",
                "~\\n\\rselect 1~, 3, 1",
                "~\\tselect 1~, 1, 2",
                "~-- a\\n/* b\\n */ select 1~, 3, 5",
                "~/* 😀é */ select 1~, 1, 10",
                "~;;\\n ; select 1~, 2, 4",
                "~<BOM>select 1~, 1, 1",
                "~<BOM>\\n select 1~, 2, 2",
            })
    void ofAStatementIsThatOfItsFirstToken(String script, int line, int column) {
        String text = script.translateEscapes().replace("<BOM>", "\uFEFF");

        assertThat(Scripts.postgres(text).only().position())
                .extracting(ScriptPosition::line, ScriptPosition::column)
                .containsExactly(line, column);
    }

    @Test
    void ofACharacterIsItsPlaceInTheFile() throws IOException {
        SqlStatement statement = second("select 1;\n  -- what\r\n  select 2,\n\t😀 zwei\n;");

        assertThat(statement.sql()).isEqualTo("-- what\r\n  select 2,\n\t😀 zwei");
        assertThat(statement.position().toString()).isEqualTo(Scripts.LOCATION + ":3:3");
        assertThat(statement.positionAt(0).toString()).isEqualTo(Scripts.LOCATION + ":2:3");
        assertThat(statement.positionAt(statement.sql().indexOf("zwei")).toString())
                .isEqualTo(Scripts.LOCATION + ":4:4");
        assertThat(statement.positionAt(1000).toString()).isEqualTo(Scripts.LOCATION + ":4:8");
        assertThat(statement.positionAt(-1)).isEqualTo(statement.positionAt(0));
    }

    @Test
    void showsTheLineNumberedWithACaret() throws IOException {
        SqlStatement statement = second("select 1;\ncreate table person (\n  id bigint primary kye\n);\n");

        assertThat(statement.positionAt(statement.sql().indexOf("kye")).excerpt())
                .isEqualTo("""
                  2 | create table person (
                  3 |   id bigint primary kye
                    |                     ^\
                """);
        assertThat(statement.positionAt(1000).excerpt()).isEqualTo("""
                  2 | create table person (
                  3 |   id bigint primary kye
                  4 | );
                    |  ^\
                """);
    }

    @Test
    void alignsTheNumbersOfLines() throws IOException {
        SqlStatement statement = second("select 1;" + "\n".repeat(98) + "select\r\n2,\r\n3\r\n;");

        assertThat(statement.positionAt(statement.sql().indexOf('3')).excerpt()).isEqualTo("""
                   99 | select
                  100 | 2,
                  101 | 3
                      | ^\
                """);
    }

    @Test
    void keepsTheCaretInItsPlaceBehindTabsAndPairs() throws IOException {
        SqlStatement statement = second("select 1;\n\tselect\t'😀', x;");

        assertThat(statement.positionAt(statement.sql().indexOf('x')).excerpt()).isEqualTo("""
                  2 |     select    '😀', x;
                    |                    ^\
                """);
    }

    @Test
    void cutsALongLineAroundTheCaret() throws IOException {
        String values = "(1),".repeat(1000);
        SqlStatement statement = second("select 1;\ninsert into t values " + values + "oops," + values + "(2);");
        ScriptPosition position = statement.positionAt(statement.sql().indexOf("oops"));
        String[] lines = position.excerpt().split("\n");

        assertThat(position.column()).isEqualTo(22 + values.length());
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("  2 | …").endsWith("…").hasSize(160);
        assertThat(lines[0].indexOf("oops")).isEqualTo(lines[1].indexOf('^'));
    }

    @Test
    void cutsALongLineBehindTheCaret() throws IOException {
        SqlStatement statement = second("select 1;\nselect x" + ", y".repeat(1000) + ";");

        assertThat(statement.position().excerpt().split("\n")[0])
                .startsWith("  2 | select x, y")
                .endsWith("…")
                .hasSize(160);
    }

    @Test
    void cutsLongLinesOfTheContext() throws IOException {
        SqlStatement statement = second("select 1;\nselect" + " x".repeat(1000) + "\n, y;");
        String[] lines = statement.positionAt(1000_000).excerpt().split("\n");

        assertThat(lines[0]).startsWith("  2 | select x").endsWith("…").hasSize(160);
        assertThat(lines[1]).isEqualTo("  3 | , y;");
    }

    private static SqlStatement second(String script) throws IOException {
        try (StatementReader statements =
                StreamedStatements.open(Scripts.file(script), SqlSyntax.POSTGRESQL, Scripts.placeholders())) {
            statements.next();
            return Objects.requireNonNull(statements.next());
        }
    }
}
