package dev.migratedb.internal.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTests {

    private final Encodings encodings = new Encodings(ISO_8859_1, true);

    @ParameterizedTest
    @CsvSource({
        "EFBBBF,         UTF-8",
        "EFBBBF2D2D,     UTF-8",
        "FEFF,           UTF-16BE",
        "FEFF002D,       UTF-16BE",
        "FFFE,           UTF-16LE",
        "FFFE2D00,       UTF-16LE",
        "FFFE0000,       UTF-32LE",
        "FFFE00002D,     UTF-32LE",
        "0000FEFF,       UTF-32BE",
        "'',             ISO-8859-1",
        "EF,             ISO-8859-1",
        "EFBB2D2D,       ISO-8859-1",
        "2DEFBBBF,       ISO-8859-1",
        "0000FE,         ISO-8859-1",
    })
    void knowsAnEncodingByItsMarkAndTakesNothingAway(String bytes, String encoding) throws IOException {
        byte[] content = HexFormat.of().parseHex(bytes);
        try (PushbackInputStream stream =
                new PushbackInputStream(new ByteArrayInputStream(content), Encodings.LONGEST_MARK)) {
            assertThat(encodings.of(stream)).isEqualTo(Charset.forName(encoding));
            assertThat(stream.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void aMarkDoesNotCountWhereItShallNot() throws IOException {
        byte[] content = HexFormat.of().parseHex("FEFF");
        try (PushbackInputStream stream =
                new PushbackInputStream(new ByteArrayInputStream(content), Encodings.LONGEST_MARK)) {
            assertThat(new Encodings(ISO_8859_1, false).of(stream)).isEqualTo(ISO_8859_1);
        }
    }
}
