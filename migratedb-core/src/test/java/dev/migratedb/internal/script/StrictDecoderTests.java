package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own decoder, which is given everything at once, is the measure. */
class StrictDecoderTests {

    private static final String[] CHARACTERS = {
        "a", "\n", "\r\n", "ü", "€", "😀", "\uFEFF", "\u07FF", "\u0800", "\uFFFF"
    };
    private static final int SCRIPTS = 2000;

    /** What was decoded, and the bytes that could not be. */
    private record Decoded(String text, String wrong, int checksum) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C3BC",
                "E282AC",
                "F09F9880",
                "C080",
                "C1BF",
                "C2",
                "C241",
                "C2C2BC",
                "E08080",
                "E09FBF",
                "E0A080",
                "E282",
                "E28241",
                "E241AC",
                "E2",
                "EDA080",
                "EDBFBF",
                "EE8080",
                "EFBFBF",
                "EFBBBF",
                "80",
                "BF80",
                "F0808080",
                "F48FBFBF",
                "F4908080",
                "F09F98",
                "F5808080",
                "FF"
            })
    void decodesOrRefusesAsTheJdk(String hex) throws IOException {
        byte[] character = HexFormat.of().parseHex(hex);
        for (String before : new String[] {"", "a", "select 12345", "é"}) {
            for (String after : new String[] {"", "b", "\n', 'ok');"}) {
                assertSame(concat(
                        before.getBytes(StandardCharsets.UTF_8), character, after.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decodesMixedTextAsTheJdk(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < SCRIPTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
                text.append(CHARACTERS[random.nextInt(CHARACTERS.length)].repeat(1 + random.nextInt(20)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertSame(bytes);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                assertSame(bytes);
            }
        }
    }

    private static void assertSame(byte[] bytes) throws IOException {
        Decoded expected = decodedByTheJdk(bytes);
        for (int atOnce : new int[] {1, 7, Integer.MAX_VALUE}) {
            assertThat(decoded(bytes, atOnce, 1)).isEqualTo(expected);
            assertThat(decoded(bytes, atOnce, 5)).isEqualTo(expected);
            assertThat(decoded(bytes, atOnce, 1000)).isEqualTo(expected);
        }
    }

    private static Decoded decoded(byte[] bytes, int atOnce, int room) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atOnce));
            }
        };
        LineChecksum checksum = new LineChecksum();
        StringBuilder text = new StringBuilder();
        String wrong = "";
        char[] buffer = new char[room];
        try (StrictDecoder decoder = new StrictDecoder(in, StandardCharsets.UTF_8, checksum)) {
            for (int count = decoder.read(buffer); count >= 0; count = decoder.read(buffer)) {
                text.append(buffer, 0, count);
            }
        } catch (UndecodableException e) {
            wrong = e.getMessage();
        }
        return new Decoded(text.toString(), wrong, checksum.value());
    }

    private static Decoded decodedByTheJdk(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, to, true);
        String wrong = "";
        if (result.isError()) {
            byte[] some = new byte[result.length()];
            from.get(some);
            wrong = new UndecodableException(some, StandardCharsets.UTF_8).getMessage();
        }
        String text = to.flip().toString();
        return new Decoded(text, wrong, LineChecksum.of(text));
    }

    private static byte[] concat(byte[] one, byte[] two, byte[] three) {
        return ByteBuffer.allocate(one.length + two.length + three.length)
                .put(one)
                .put(two)
                .put(three)
                .array();
    }
}
