package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.LineChecksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reads scripts once through, strictly decoded, for their size and checksum. Keeps its buffers; not thread-safe. */
final class RawContent {

    private static final int BLOCK = 16 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);

    /** What one script has shown. */
    record Measured(long size, int checksum) {}

    /**
     * Reads to the end.
     *
     * @param header is fed with all that is read
     * @throws UndecodableException if the content is not in that encoding
     */
    Measured measure(InputStream content, Charset encoding, HeaderLines header) throws IOException {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        LineChecksum checksum = new LineChecksum();
        Place place = new Place();
        bytes.clear();
        long size = 0;
        boolean atEnd = false;
        while (!atEnd) {
            int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
            atEnd = read < 0;
            if (!atEnd) {
                size += read;
                bytes.position(bytes.position() + read);
            }
            bytes.flip();
            CoderResult result;
            do {
                chars.clear();
                result = decoder.decode(bytes, chars, atEnd);
                if (atEnd && result.isUnderflow()) {
                    result = decoder.flush(chars);
                }
                checksum.update(chars.array(), 0, chars.position());
                header.update(chars.array(), chars.position());
                place.pass(chars.array(), chars.position());
                if (result.isError()) {
                    throw new UndecodableException(place, bytes.get(bytes.position()));
                }
            } while (result.isOverflow());
            bytes.compact();
        }
        return new Measured(size, checksum.value());
    }

    /** Where in a text the reading is. */
    private static final class Place {

        private static final char BYTE_ORDER_MARK = '\uFEFF';

        private int line = 1;
        private int column = 1;
        private boolean afterReturn;

        void pass(char[] text, int length) {
            for (int i = 0; i < length; i++) {
                char character = text[i];
                if (character == '\n' && afterReturn) {
                    column = 1;
                } else if (character == '\n' || character == '\r') {
                    line++;
                    column = 1;
                } else if (character != BYTE_ORDER_MARK) {
                    column++;
                }
                afterReturn = character == '\r';
            }
        }
    }

    /** A script is not in the encoding in which it was read. */
    static final class UndecodableException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;
        private final byte value;

        UndecodableException(Place place, byte value) {
            super("Malformed input");
            this.line = place.line;
            this.column = place.column;
            this.value = value;
        }

        /** The line of the first malformed byte, from 1. */
        int line() {
            return line;
        }

        /** The column of the first malformed byte, from 1. */
        int column() {
            return column;
        }

        /** The first malformed byte. */
        byte value() {
            return value;
        }
    }
}
