package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.zip.CRC32;

/**
 * The checksum of a script as Flyway computes it, so that histories can be taken over: CRC-32 of the UTF-8 bytes of all
 * lines, where {@code \n}, {@code \r} and {@code \r\n} end a line and are left out, and one byte order mark at the very
 * beginning is left out; read as a signed number. Fed piece by piece; not thread-safe.
 */
public final class LineChecksum {

    private static final int SCRATCH_SIZE = 4096;
    /** The longest UTF-8 character, and what is put in the place of half a surrogate pair before it. */
    private static final int LONGEST_ADDITION = 5;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MARK_IN_UTF_8 = 0xEFBBBF;
    private static final int MARK_LENGTH = 3;

    private final CRC32 crc = new CRC32();
    private final byte[] scratch = new byte[SCRATCH_SIZE];
    private int used;
    private boolean begun;
    private char firstHalf;
    private char last;
    private int line = 1;

    /** Adds characters. A surrogate pair may be split between two calls. */
    public void update(char[] text, int offset, int length) {
        if (length == 0) {
            return;
        }
        int end = offset + length;
        int from = !begun && text[offset] == BYTE_ORDER_MARK ? offset + 1 : offset;
        begun = true;
        for (int i = plain(text, from, end); i < end; i = plain(text, i + 1, end)) {
            char c = text[i];
            if (used > SCRATCH_SIZE - LONGEST_ADDITION) {
                flush();
            }
            if (c >= 0x80 || firstHalf != 0) {
                addRare(c);
            } else if (c == '\r' || c == '\n') {
                boolean sameEnd = c == '\n' && (i > offset ? text[i - 1] : last) == '\r';
                line += sameEnd ? 0 : 1;
            } else {
                add(c);
            }
        }
        last = text[end - 1];
    }

    /** Adds whole characters, given as their bytes in UTF-8. */
    void updateUtf8(byte[] text, int offset, int end) {
        if (offset == end) {
            return;
        }
        endHalf();
        int from = !begun && startsWithMark(text, offset, end) ? offset + MARK_LENGTH : offset;
        begun = true;
        int lineEnd = ByteScan.endOfLine(text, from, end);
        while (lineEnd < end) {
            boolean sameEnd = text[lineEnd] == '\n' && (lineEnd > offset ? text[lineEnd - 1] : last) == '\r';
            line += sameEnd ? 0 : 1;
            addLine(text, from, lineEnd - from);
            from = lineEnd + 1;
            lineEnd = ByteScan.endOfLine(text, from, end);
        }
        addLine(text, from, end - from);
        last = (char) text[end - 1];
    }

    /** Collects short lines: for each piece of its own, the CRC costs more than a copy. */
    private void addLine(byte[] text, int offset, int length) {
        if (length > SCRATCH_SIZE - used) {
            flush();
        }
        if (length > SCRATCH_SIZE) {
            crc.update(text, offset, length);
        } else {
            System.arraycopy(text, offset, scratch, used, length);
            used += length;
        }
    }

    private static boolean startsWithMark(byte[] text, int offset, int end) {
        return end - offset >= MARK_LENGTH
                && ((text[offset] & 0xFF) << 16 | (text[offset + 1] & 0xFF) << 8 | text[offset + 2] & 0xFF)
                        == MARK_IN_UTF_8;
    }

    /** The checksum of everything added so far. */
    public int value() {
        endHalf();
        flush();
        return (int) crc.getValue();
    }

    /** The checksum of a text. */
    public static int of(String text) {
        LineChecksum checksum = new LineChecksum();
        checksum.update(text.toCharArray(), 0, text.length());
        return checksum.value();
    }

    /**
     * The checksum of a file. Reads to the end; closing is the caller's.
     *
     * @throws java.nio.charset.CharacterCodingException where bytes are no characters in this encoding; its message says
     *     which ones, and in which line
     */
    public static int of(InputStream content, Charset encoding) throws IOException {
        LineChecksum checksum = new LineChecksum();
        StrictDecoder decoder = new StrictDecoder(content, encoding, checksum);
        char[] buffer = new char[SCRATCH_SIZE];
        try {
            while (decoder.read(buffer, 0, buffer.length) >= 0) {
                // the decoder feeds the checksum
            }
        } catch (UndecodableException e) {
            throw e.inLine(checksum.line);
        }
        return checksum.value();
    }

    /** Adds characters that are one byte each, up to the first other one, an end of a line, or the end of the scratch. */
    private int plain(char[] text, int from, int end) {
        if (firstHalf != 0) {
            return from;
        }
        int free = used;
        int i = from;
        int stop = Math.min(end, from + SCRATCH_SIZE - LONGEST_ADDITION - free);
        while (i < stop) {
            char c = text[i];
            if (c >= 0x80 || c == '\n' || c == '\r') {
                break;
            }
            scratch[free++] = (byte) c;
            i++;
        }
        used = free;
        return i;
    }

    private void addRare(char c) {
        if (firstHalf != 0 && Character.isLowSurrogate(c)) {
            int codePoint = Character.toCodePoint(firstHalf, c);
            firstHalf = 0;
            add(0xF0 | codePoint >> 18);
            add(0x80 | codePoint >> 12 & 0x3F);
            add(0x80 | codePoint >> 6 & 0x3F);
            add(0x80 | codePoint & 0x3F);
            return;
        }
        endHalf();
        if (c < 0x80) {
            if (c != '\r' && c != '\n') {
                add(c);
            }
        } else if (c < 0x800) {
            add(0xC0 | c >> 6);
            add(0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)) {
            firstHalf = c;
        } else if (Character.isLowSurrogate(c)) {
            add('?');
        } else {
            add(0xE0 | c >> 12);
            add(0x80 | c >> 6 & 0x3F);
            add(0x80 | c & 0x3F);
        }
    }

    /** Half of a surrogate pair becomes what {@link String#getBytes(Charset)} makes of it. */
    private void endHalf() {
        if (firstHalf != 0) {
            firstHalf = 0;
            add('?');
        }
    }

    private void add(int value) {
        scratch[used++] = (byte) value;
    }

    private void flush() {
        crc.update(scratch, 0, used);
        used = 0;
    }
}
