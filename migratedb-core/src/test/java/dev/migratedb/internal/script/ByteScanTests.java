package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteScanTests {

    private static final int LONGEST = 20;

    @ParameterizedTest
    @ValueSource(bytes = {-128, -1, (byte) 0xC3})
    void findsAByteThatIsNotAsciiWhereverItIs(byte wanted) {
        for (int length = 1; length < LONGEST; length++) {
            for (int place = 0; place < length; place++) {
                byte[] text = new byte[length];
                text[place] = wanted;
                Arrays.fill(text, place + 1, length, (byte) 0xBC);

                assertThat(ByteScan.endOfAscii(text, 0, length)).isEqualTo(place);
                assertThat(ByteScan.endOfAscii(text, place / 2, length)).isEqualTo(place);
                assertThat(ByteScan.endOfAscii(text, 0, place)).isEqualTo(place);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r'})
    void findsAnEndOfALineWhereverItIs(char wanted) {
        for (int length = 1; length < LONGEST; length++) {
            for (int place = 0; place < length; place++) {
                byte[] text = new byte[length];
                text[place] = (byte) wanted;
                Arrays.fill(text, place + 1, length, (byte) '\n');

                assertThat(ByteScan.endOfLine(text, 0, length)).isEqualTo(place);
                assertThat(ByteScan.endOfLine(text, place / 2, length)).isEqualTo(place);
                assertThat(ByteScan.endOfLine(text, 0, place)).isEqualTo(place);
            }
        }
    }

    @Test
    void takesNoOtherByteForAnEndOfALine() {
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            byte[] text = new byte[LONGEST];
            Arrays.fill(text, (byte) value);
            boolean ends = value == '\n' || value == '\r';

            assertThat(ByteScan.endOfLine(text, 0, LONGEST)).isEqualTo(ends ? 0 : LONGEST);
        }
    }

    @Test
    void findsNothingInTextWithoutIt() {
        byte[] text = "SELECT 1;\t\u000B\f\u000E\u007F".repeat(3).getBytes(StandardCharsets.US_ASCII);

        assertThat(ByteScan.endOfAscii(text, 0, text.length)).isEqualTo(text.length);
        assertThat(ByteScan.endOfLine(text, 0, text.length)).isEqualTo(text.length);
    }
}
