package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.internal.discovery.RawContent.Measured;
import dev.migratedb.internal.discovery.RawContent.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawContentTests {

    private final RawContent rawContent = new RawContent();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1"})
    void hasTheChecksumOfTheTextWhateverItsEncoding(String encoding) throws IOException {
        byte[] content = "-- cé".getBytes(Charset.forName(encoding));

        assertThat(measure(content, encoding)).isEqualTo(new Measured(content.length, -1763763848));
    }

    @Test
    void measuresAnEmptyFile() throws IOException {
        assertThat(measure(new byte[0], "UTF-8")).isEqualTo(new Measured(0, 0));
    }

    @Test
    void startsAfreshWithEachFile() throws IOException {
        byte[] content = "-- 😀".getBytes(StandardCharsets.UTF_8);

        assertThat(measure(content, "UTF-8")).isEqualTo(new Measured(7, 1845286038));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> measure(new byte[] {'a', (byte) 0xFF, 'b'}, "UTF-8"));
        assertThat(measure(content, "UTF-8")).isEqualTo(new Measured(7, 1845286038));
    }

    @Test
    void decodesCharactersThatLieAcrossBlocks() throws IOException {
        String text = "a" + "é😀€".repeat(20_000);

        assertThat(measure(text.getBytes(StandardCharsets.UTF_8), "UTF-8").checksum())
                .isEqualTo(measure(text.getBytes(StandardCharsets.UTF_16BE), "UTF-16BE")
                        .checksum());
    }

    @ParameterizedTest
    @CsvSource({
        "'é', 1, 1",
        "'abé', 1, 3",
        "'a\nbé', 2, 2",
        "'a\r\nb\rcd\n\né', 5, 1",
    })
    void tellsLineAndColumnOfTheFirstMalformedByte(String text, int line, int column) {
        UndecodableException ex = catchThrowableOfType(
                UndecodableException.class, () -> measure(text.getBytes(StandardCharsets.ISO_8859_1), "UTF-8"));

        assertThat(ex.line()).isEqualTo(line);
        assertThat(ex.column()).isEqualTo(column);
        assertThat(ex.value()).isEqualTo((byte) 0xE9);
    }

    @Test
    void tellsLineAndColumnFarBehindTheFirstBlock() {
        String text = "x".repeat(99) + "\n";

        UndecodableException ex = catchThrowableOfType(
                UndecodableException.class,
                () -> measure((text.repeat(1000) + "12345é").getBytes(StandardCharsets.ISO_8859_1), "UTF-8"));

        assertThat(ex.line()).isEqualTo(1001);
        assertThat(ex.column()).isEqualTo(6);
    }

    @Test
    void doesNotAcceptACharacterThatIsCutOffByTheEnd() {
        UndecodableException ex =
                catchThrowableOfType(UndecodableException.class, () -> measure(new byte[] {'a', (byte) 0xC3}, "UTF-8"));

        assertThat(ex.column()).isEqualTo(2);
        assertThat(ex.value()).isEqualTo((byte) 0xC3);
    }

    private Measured measure(byte[] content, String encoding) throws IOException {
        try (InputStream stream = new OneByteAtATime(content)) {
            Measured slow = rawContent.measure(stream, Charset.forName(encoding), new HeaderLines());
            assertThat(rawContent.measure(
                            new ByteArrayInputStream(content), Charset.forName(encoding), new HeaderLines()))
                    .isEqualTo(slow);
            return slow;
        }
    }

    private static final class OneByteAtATime extends ByteArrayInputStream {

        OneByteAtATime(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
        }
    }
}
