package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SkimmerTests {

    private static final String ALPHABET = "aaEeggGdDnq1119$$$__    '\"é+/-;(\n";
    private static final int TEXTS = 20_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a + b = 1.5 , c ;       | `;`
                    a 'x'                   | `'x'`
                    a + E'x\\'              | `E'x\\'`
                    a + NE'x'               | `NE'x'`
                    name'x'                 | `'x'`
                    1E'x'                   | `'x'`
                    a_E'x'                  | `'x'`
                    a$E'x'                  | `'x'`
                    1$E'x'                  | `$E'x'`
                    ü + $$x$$               | `$$x$$`
                    a$$b$$ ;                | `;`
                    going sing_a_long g ;   | `;`
                    a set_config (          | `set_config (`
                    a RETURNING b           | `RETURNING b`
                    RETURNING$ b ;          | `;`
                    a returning             | `returning`
                    a unfinished            | `unfinished`
                    a 12unfinished          | `12unfinished`
                    """)
    void passesWhatCannotMatter(String text, String rest) throws IOException {
        ScriptText script = script(text);
        new Skimmer(SqlSyntax.POSTGRESQL, script, new CharKinds(SqlSyntax.POSTGRESQL)).skim();

        assertThat(text.substring(script.pos)).isEqualTo(rest);
    }

    static Stream<SqlSyntax> syntaxes() {
        return Stream.of(
                SqlSyntax.POSTGRESQL, SqlSyntax.MYSQL, SqlSyntax.SQLSERVER, SqlSyntax.ORACLE, SqlSyntax.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void stopsWhereAWalkFromTokenToTokenStops(SqlSyntax syntax) throws IOException {
        for (String delimiter : new String[] {";", "$$", "é", "end", "//"}) {
            CharKinds kinds = new CharKinds(syntax);
            kinds.setDelimiter(delimiter);
            Random random = new Random(1);
            for (int i = 0; i < TEXTS; i++) {
                String text = text(random);
                ScriptText script = script(text);
                new Skimmer(syntax, script, kinds).skim();

                assertThat(script.pos).as(text).isEqualTo(walk(text, syntax, kinds));
            }
        }
    }

    @Test
    void findsTheWholeWordThatMattersBehindAnyNumberOfOthers() throws IOException {
        ScriptText script = script("long g$g$g$g ".repeat(1000) + "returning *");
        new Skimmer(SqlSyntax.POSTGRESQL, script, new CharKinds(SqlSyntax.POSTGRESQL)).skim();

        assertThat(script.pos).isEqualTo(13_000);
    }

    private static int walk(String text, SqlSyntax syntax, CharKinds kinds) {
        int at = 0;
        while (at < text.length()) {
            byte kind = kinds.of(text.charAt(at));
            boolean token = kind == SqlSyntax.WORD || kind == SqlSyntax.DIGIT;
            if (!token && kind != SqlSyntax.WHITE && kind != SqlSyntax.OTHER) {
                return at;
            }
            int end = at + 1;
            while (token
                    && end < text.length()
                    && kinds.isPartOfWord(text.charAt(end))
                    && !(kind == SqlSyntax.DIGIT && text.charAt(end) == '$')) {
                end++;
            }
            if (token && end == text.length() || kind == SqlSyntax.WORD && matters(text, at, end, syntax)) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static boolean matters(String text, int begin, int end, SqlSyntax syntax) {
        return text.charAt(end) == '\'' && end - begin <= 2
                || syntax.watchesWordsOf(end - begin) && syntax.watchesWordsEndingWith(text.charAt(end - 1));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(30); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static ScriptText script(String text) throws IOException {
        ScriptInput input = new ScriptInput(new StringReader(text), null, "V1__a.sql");
        ScriptText script = new ScriptText("V1__a.sql", input, text.length() + 1);
        script.more();
        return script;
    }
}
