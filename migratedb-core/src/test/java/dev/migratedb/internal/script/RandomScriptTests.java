package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that are generated together with the statements that they hold. */
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

    @ParameterizedTest
    @MethodSource("syntaxes")
    void giveTheStatementsThatTheyWereMadeOf(SqlSyntax syntax) {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            Generator generator = new Generator(seed, syntax == SqlSyntax.POSTGRESQL);
            List<String> statements = generator.statements();

            assertThat(Scripts.read(syntax, null, generator.script(statements)).sql())
                    .as("seed %d", seed)
                    .isEqualTo(statements);
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void areSplitTheSameWayAgain(SqlSyntax syntax) {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            Generator generator = new Generator(seed, syntax == SqlSyntax.POSTGRESQL);
            List<String> pieces = Scripts.read(syntax, null, generator.script(generator.statements()))
                    .sql();

            assertThat(Scripts.read(syntax, null, String.join("\n;", pieces)).sql())
                    .as("seed %d", seed)
                    .isEqualTo(pieces);
        }
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

    @ParameterizedTest
    @MethodSource("syntaxes")
    void failAtAnOpenQuoteWhereverItIsPlanted(SqlSyntax syntax) {
        for (int seed = 0; seed < SCRIPTS / 3; seed++) {
            Generator generator = new Generator(seed, syntax == SqlSyntax.POSTGRESQL);
            String good = generator.script(generator.statements()) + "\n";
            int line = 1 + (int) good.chars().filter(c -> c == '\n').count();

            assertThat(Scripts.read(syntax, null, good + "select ' ; /* -- $$ \" x")
                            .failure())
                    .as("seed %d", seed)
                    .returns(line, problem -> problem.position().line())
                    .returns(8, problem -> problem.position().column());
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

    /** Makes statements of nested and neighbouring elements, each of which hides delimiters. */
    private static final class Generator {

        private static final String[] HIDDEN = {
            ";", "x", " ", "\n", "--", "(", ")", "begin", "'", "\"", "$", "/", "*", "é"
        };

        private final Random random;
        private final boolean postgres;

        Generator(long seed, boolean postgres) {
            this.random = new Random(seed);
            this.postgres = postgres;
        }

        List<String> statements() {
            List<String> statements = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                statements.add(statement());
            }
            return statements;
        }

        String script(List<String> statements) {
            StringBuilder script = new StringBuilder();
            for (String statement : statements) {
                script.append(pick("", " ", "\n", "\r\n\t", ";", " ; "))
                        .append(statement)
                        .append(pick("", " ", "\n", "\r\n"))
                        .append(';');
            }
            return script.append(pick("", " ", "\n", ";", "-- end\n", "/* end */"))
                    .toString();
        }

        private String statement() {
            if (postgres && random.nextInt(6) == 0) {
                return "create or replace function f() begin atomic "
                        + elements(2).replace("end", "e") + "; select case when 1 = 1 then 2 end; select 3; end";
            }
            return pick("select ", "/* ; */ insert ", "-- ;\nupdate ", "CREATE VIEW v AS ") + elements(3) + " z";
        }

        private String elements(int depth) {
            StringBuilder elements = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                elements.append(element(depth)).append(pick(" ", "\n", ", ", " + "));
            }
            return elements.toString();
        }

        private String element(int depth) {
            return switch (random.nextInt(postgres ? 12 : 8)) {
                case 0 -> "'" + hidden("'", "''") + "'";
                case 1 -> "\"" + hidden("\"", "\"\"") + "\"";
                case 2 -> "--" + hidden("\n", "") + "\n";
                case 3 -> "/* " + hidden("/", "") + (depth > 0 && random.nextBoolean() ? " /* ; */" : "") + " */";
                case 4 -> "$$" + hidden("$", "") + "$$";
                case 5 -> depth == 0 ? "(;)" : "(" + elements(depth - 1) + pick("", ";") + ")";
                case 6 -> pick("a", "b_1", "1.5", "c$$", "$1", "é", "8 / 2 - 1", "a*b");
                case 7 -> pick("x", "=", "[1]", "'x'", "\"y\"");
                case 8 -> "E'" + hidden("'", "\\'") + "\\\\'";
                case 9 -> "$tag$" + hidden("$", "$$ $ta$ $tagg$") + "$tag$";
                case 10 -> "U&'" + hidden("'", "''") + "'";
                default -> "$_é1$" + hidden("$", "$1") + "$_é1$";
            };
        }

        private String hidden(String but, String instead) {
            StringBuilder hidden = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                String next = HIDDEN[random.nextInt(HIDDEN.length)];
                hidden.append(next.equals(but) ? instead : next);
            }
            return hidden.toString();
        }

        private String pick(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
