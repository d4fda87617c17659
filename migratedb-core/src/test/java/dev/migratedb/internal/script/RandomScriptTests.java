package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that make no sense, and one that does not end soon; those that make sense are in {@link GeneratedScriptTests}. */
class RandomScriptTests {

    private static final int SCRIPTS = 1_000;
    private static final String[] NOISE = {
        ";",
        "'",
        "\"",
        "$",
        "$$",
        "$a$",
        "/*",
        "*/",
        "--",
        "(",
        ")",
        "\n",
        "\r\n",
        "\\",
        "begin atomic",
        "end",
        "case",
        "copy t from stdin",
        "é",
        "😀",
        "x",
        " ",
        "\t",
        "E",
        "\\.",
        "{",
        "}"
    };

    static Stream<SqlSyntax> syntaxes() {
        return Stream.of(SqlSyntax.POSTGRESQL, SqlSyntax.H2);
    }

    /** Whatever the text, it is read to its end or refused at a place, the same with every size of buffers. */
    @ParameterizedTest
    @MethodSource("syntaxes")
    void ofNoiseLoseNothing(SqlSyntax syntax) {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            Random random = new Random(seed);
            StringBuilder script = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                script.append(NOISE[random.nextInt(NOISE.length)]);
            }
            Scripts.Reading reading = Scripts.read(syntax, null, script.toString());

            int at = 0;
            for (Scripts.Piece piece : reading.pieces()) {
                int begin = script.indexOf(piece.sql(), at);
                assertThat(begin).as("seed %d: %s", seed, script).isNotNegative();
                assertThat(withoutComments(script.substring(at, begin)))
                        .as("seed %d: between statements", seed)
                        .matches("[\\s;]*");
                at = begin + piece.sql().length();
                if (piece.data() != null) {
                    at = script.indexOf(piece.data(), at) + piece.data().length();
                    at += script.substring(at).startsWith("\\.") ? 2 : 0;
                }
            }
            if (reading.problem() == null) {
                assertThat(withoutComments(script.substring(at)))
                        .as("seed %d: at the end", seed)
                        .matches("[\\s;]*");
            } else {
                assertThat(reading.problem().code()).isEqualTo(ErrorCode.SYNTAX);
                assertThat(reading.problem().position()).isNotNull();
            }
        }
    }

    @Test
    void ofAnySizeAreReadThroughASmallWindow() throws IOException {
        String block = """
                create table t (a int); /* ; */
                insert into t values ('%s;''');
                create function f() returns int language sql begin atomic select 1; end;
                do $x$ begin perform ';'; end $x$;
                copy t from stdin;
                1;'(
                \\.
                """.formatted("x".repeat(300));
        int blocks = 20 * 1024 * 1024 / block.length();
        try (Reader endless = new Repeating(block, blocks)) {
            ScriptInput input = new ScriptInput(endless, Scripts.placeholders(), "x");
            ScriptText text = new ScriptText("x", input, 1024);
            StatementReader statements = new StreamedStatements(SqlSyntax.POSTGRESQL, endless, text);
            int count = 0;
            SqlStatement last = null;
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                count++;
                last = next;
            }

            assertThat(count).isEqualTo(5 * blocks);
            assertThat(last.position().line()).isEqualTo(7 * (blocks - 1) + 5);
            assertThat(text.chars.length).isEqualTo(1024);
        }
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*\\*/", "").replaceAll("(--|//)[^\\r\\n]*", "");
    }

    /** A text, many times, without a copy of it all. */
    private static final class Repeating extends Reader {

        private final String text;
        private int left;
        private int position;

        Repeating(String text, int times) {
            this.text = text;
            this.left = times;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = Math.min(length, text.length() - position);
            text.getChars(position, position + count, target, offset);
            position += count;
            if (position == text.length()) {
                position = 0;
                left--;
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
