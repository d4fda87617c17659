package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineChecksumTests {

    private static final String BOM = "\uFEFF";
    private static final String THREE_LINES = "create table t(id int);\n-- cé€\ninsert into t values(1);";

    static Stream<Arguments> vectorsOfFlyway() {
        return Stream.of(
                Arguments.of("", 0),
                Arguments.of("\n", 0),
                Arguments.of("select 1;", -690524359),
                Arguments.of("select 1;\n", -690524359),
                Arguments.of("select 1;\n\n\n", -690524359),
                Arguments.of("select 1;\r\n", -690524359),
                Arguments.of(BOM + "select 1;", -690524359),
                Arguments.of(THREE_LINES, 598240974),
                Arguments.of(THREE_LINES.replace("\n", "\r\n"), 598240974),
                Arguments.of(THREE_LINES.replace("\n", "\r"), 598240974),
                Arguments.of(THREE_LINES.replace("\n", ""), 598240974),
                Arguments.of(BOM + THREE_LINES, 598240974),
                Arguments.of(THREE_LINES + "\n", 598240974),
                Arguments.of(THREE_LINES + "\n\n", 598240974),
                Arguments.of(THREE_LINES + "\n  \n", 272663458),
                Arguments.of(BOM + BOM + THREE_LINES, -468786306),
                Arguments.of("-- cé", -1763763848),
                Arguments.of("-- 😀", 1845286038),
                Arguments.of("a\u000Bb\fc\u0085d\u2028e", 961088012),
                Arguments.of("select '${k}';", -172059721),
                Arguments.of("echo hi\n", -1585290078));
    }

    @ParameterizedTest
    @MethodSource("vectorsOfFlyway")
    void isWhatFlywayComputes(String text, int expected) {
        assertThat(LineChecksum.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("vectorsOfFlyway")
    void isTheSameWhenFedCharacterByCharacter(String text, int expected) {
        LineChecksum checksum = new LineChecksum();
        for (char c : text.toCharArray()) {
            checksum.update(new char[] {'x', c, 'x'}, 1, 1);
        }
        assertThat(checksum.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void doesNotDependOnTheEncodingOfTheFile(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);

        assertThat(LineChecksum.of(new ByteArrayInputStream("-- cé".getBytes(charset)), charset))
                .isEqualTo(-1763763848);
    }

    @Test
    void isTheSameForAFileThatIsLongerThanAnyBuffer() throws IOException {
        String text = "insert into t values ('é€😀');\r\n".repeat(20_000);

        assertThat(LineChecksum.of(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(LineChecksum.of(text));
    }

    @Test
    void takesHalfASurrogatePairAsFlywayDoes() {
        assertThat(LineChecksum.of("a\uD83D")).isEqualTo(LineChecksum.of("a?"));
        assertThat(LineChecksum.of("a\uD83Db\uDE00")).isEqualTo(LineChecksum.of("a?b?"));
        assertThat(LineChecksum.of("\uD83D\n\uD83D\uD83D\uDE00")).isEqualTo(LineChecksum.of("??😀"));
    }

    @Test
    void failsForBytesThatAreNotInTheEncodingAndNamesThemAndTheLine() {
        byte[] bytes = "select 1;\r\nselect 2;\rselect '\u00E9';\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> LineChecksum.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .isInstanceOf(CharacterCodingException.class)
                .hasMessage("The file is not UTF-8: the bytes 0xE9 in line 3 are no character in it");
    }
}
