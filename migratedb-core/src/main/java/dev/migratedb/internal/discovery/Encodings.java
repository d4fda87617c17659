package dev.migratedb.internal.discovery;

import dev.migratedb.configuration.LocationSettings;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the encodings of scripts by their byte order marks, where marks count; else it is the configured one.
 *
 * @param configured for scripts without a mark
 * @param marksCount whether a byte order mark tells the encoding
 */
record Encodings(Charset configured, boolean marksCount) {

    /** The length of the longest byte order mark. */
    static final int LONGEST_MARK = 4;

    /** Longer ones first: that of UTF-32LE begins like that of UTF-16LE. */
    private static final List<Mark> MARKS = List.of(
            new Mark(Charset.forName("UTF-32BE"), 0x00, 0x00, 0xFE, 0xFF),
            new Mark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0x00, 0x00),
            new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
            new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE));

    static Encodings of(LocationSettings settings) {
        return new Encodings(settings.encoding(), settings.detectEncoding());
    }

    /**
     * The encoding of a script.
     *
     * @param content at its beginning, where it is afterwards too; must take back {@value #LONGEST_MARK} bytes
     */
    Charset of(PushbackInputStream content) throws IOException {
        if (!marksCount) {
            return configured;
        }
        byte[] first = content.readNBytes(LONGEST_MARK);
        content.unread(first);
        return MARKS.stream()
                .filter(mark -> mark.isAtBeginningOf(first))
                .findFirst()
                .map(Mark::encoding)
                .orElse(configured);
    }

    private record Mark(Charset encoding, byte[] bytes) {

        Mark(Charset encoding, int... bytes) {
            this(encoding, bytes(bytes));
        }

        private static byte[] bytes(int... values) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return bytes;
        }

        boolean isAtBeginningOf(byte[] text) {
            return text.length >= bytes.length && Arrays.equals(text, 0, bytes.length, bytes, 0, bytes.length);
        }
    }
}
