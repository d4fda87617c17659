package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopyDataTests {

    static Stream<Arguments> dataAndWhatFollows() {
        return Stream.of(
                Arguments.of("1\ta\n2\tb\n", "\\.\nselect 1;"),
                Arguments.of("1\ta\r\n2\tb\r\n", "\\.\r\nselect 1;"),
                Arguments.of("1\ta\r2\tb\r", "\\.\rselect 1;"),
                Arguments.of("", "\\.\nselect 1;"),
                Arguments.of("\n\n", "\\.\nselect 1;"),
                Arguments.of("it's; \"a\" $$ /* ( -- ${x}\n", "\\.\nselect 1;"),
                Arguments.of("\\.x\n\\\\.\n \\.\n\\N\n\\\n", "\\.\nselect 1;"),
                Arguments.of("é😀\n", "\\.\n\nselect 1"),
                Arguments.of("a line that is longer than a tiny buffer\n".repeat(3), "\\.\nselect 1;"));
    }

    @ParameterizedTest
    @MethodSource("dataAndWhatFollows")
    void goFromTheNextLineToTheLineThatEndsThem(String data, String rest) {
        for (String head : new String[] {
            "copy t from stdin;\n",
            "COPY t (a, \"b\") FROM STDIN WITH (FORMAT csv) ; -- x\r\n",
            "copy t from stdin where a > 1;\n"
        }) {
            Scripts.Reading reading = Scripts.replaced(Scripts.placeholders(), head + data + rest);

            assertThat(reading.sql()).hasSize(2).last().isEqualTo("select 1");
            assertThat(reading.pieces().get(0).data()).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @MethodSource("dataAndWhatFollows")
    void areCountedAsLines(String data, String rest) {
        String script = "copy t from stdin;\n" + data + rest;
        String before = script.substring(0, script.indexOf("select 1"));
        int line = 1
                + (int) before.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .chars()
                        .filter(c -> c == '\n')
                        .count();

        assertThat(Scripts.postgres(script).pieces().get(1).position().line()).isEqualTo(line);
    }

    @Test
    void endWithTheScript() {
        assertThat(Scripts.postgres("copy t from stdin;\n1\n2").only().data()).isEqualTo("1\n2");
        assertThat(Scripts.postgres("copy t from stdin;\n1\n\\.").only().data()).isEqualTo("1\n");
        assertThat(Scripts.postgres("copy t from stdin;\n").only().data()).isEmpty();
        assertThat(Scripts.postgres("copy t from stdin;").only().data()).isEmpty();
        assertThat(Scripts.postgres("copy t from stdin").only().data()).isEmpty();
    }

    @Test
    void areSkippedWhenNobodyReadsThem() throws IOException {
        try (StatementReader statements = StreamedStatements.open(
                Scripts.file("copy t from stdin;\n" + "1;2'\n".repeat(10_000) + "\\.\nselect 1;"),
                SqlSyntax.POSTGRESQL,
                Scripts.placeholders())) {
            assertThat(statements.next()).isNotNull();
            assertThat(statements.copyData().read()).isEqualTo('1');

            SqlStatement next = statements.next();

            assertThat(next.sql()).isEqualTo("select 1");
            assertThat(next.position().line()).isEqualTo(10_003);
            assertThatThrownBy(statements::copyData).isInstanceOf(IllegalStateException.class);
            assertThat(statements.next()).isNull();
        }
    }

    @Test
    void mustNotHaveAStatementInTheLineBeforeThem() {
        ScriptProblem problem =
                Scripts.postgres("copy t from stdin; select 1;\n1\n\\.\n").problem();

        assertThat(problem.message()).startsWith("The data of COPY … FROM STDIN begin in the next line");
        assertThat(problem.position().excerpt()).isEqualTo("""
                  1 | … select 1;
                    |   ^\
                """);
        assertThat(problem.position().column()).isEqualTo(20);
    }
}
