package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptConfTests {

    private final List<ScriptProblem> problems = new ArrayList<>();

    @Test
    void readsAllKeysInTheSyntaxOfProperties() throws IOException {
        ScriptConf conf =
                read("# comment \\\n! another\n\n executeInTransaction = FALSE\r\nplaceholderReplacement:true \n"
                        + "enc\\\n   oding ISO-8859-1");

        assertThat(problems).isEmpty();
        assertThat(conf).isEqualTo(new ScriptConf(new ScriptOptions(false, true), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment'", "'\uFEFF# with a byte order mark'"})
    void saysNothingWhereTheFileSaysNothing(String text) throws IOException {
        assertThat(read(text)).isEqualTo(ScriptConf.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void readsAFirstLineBehindAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFexecuteInTransaction=false").options()).isEqualTo(new ScriptOptions(false, null));
        assertThat(problems).isEmpty();
    }

    @Test
    void namesFileLineAndExistingKeysOfEachUnknownOne() throws IOException {
        read("# first\nexecuteInTransaktion=true\nexecuteInTransaction=true\na\\\nb=1\nc=2\n");

        assertThat(problems)
                .extracting(problem -> String.valueOf(problem.position()))
                .containsExactly("V1__a.sql.conf:2:1", "V1__a.sql.conf:4:1", "V1__a.sql.conf:6:1");
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
                    assertThat(problem.remedy()).contains("executeInTransaction", "placeholderReplacement", "encoding");
                })
                .extracting(ScriptProblem::message)
                .containsExactly(
                        "There is no key 'executeInTransaktion'.", "There is no key 'ab'.", "There is no key 'c'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
                    executeInTransaction=yes | 'executeInTransaction' must be true or false, but is 'yes'.
                    placeholderReplacement=  | 'placeholderReplacement' must be true or false, but is ''.
                    encoding=UTF-9           | 'encoding' must be the name of an encoding, such as UTF-8, but is 'UTF-9'.
                    encoding=no name         | 'encoding' must be the name of an encoding, such as UTF-8, but is 'no name'.
                    encoding=\\u00zz         | This line cannot be read: Malformed \\uxxxx encoding.
                    """)
    void namesAWrongValue(String text, String message) throws IOException {
        read(text);

        assertThat(problems)
                .extracting(ScriptProblem::message)
                .hasSize(1)
                .first()
                .asString()
                .startsWith(message);
    }

    private ScriptConf read(String text) throws IOException {
        return ScriptConf.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "V1__a.sql.conf", problems);
    }
}
