package dev.migratedb.internal.script;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes eight at a time. Made for encodings in which a byte up to 0x7F is always a character of its own. */
final class ByteScan {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << 7;
    private static final long NEW_LINES = LOWEST_BITS * '\n';
    private static final long RETURNS = LOWEST_BITS * '\r';

    private ByteScan() {}

    /** Where the first byte is that is not ASCII; the end where there is none. */
    static int endOfAscii(byte[] text, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long found = (long) EIGHT.get(text, at) & HIGHEST_BITS;
            if (found != 0) {
                return at + firstOf(found);
            }
        }
        while (at < to && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Where the first {@code \n} or {@code \r} is; the end where there is none. */
    static int endOfLine(byte[] text, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long eight = (long) EIGHT.get(text, at);
            long found = zeros(eight ^ NEW_LINES) | zeros(eight ^ RETURNS);
            if (found != 0) {
                return at + firstOf(found);
            }
        }
        while (at < to && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The highest bit of each byte that is zero. Only the first one is sure: it borrows from those behind it. */
    private static long zeros(long eight) {
        return eight - LOWEST_BITS & ~eight & HIGHEST_BITS;
    }

    private static int firstOf(long highestBits) {
        return Long.numberOfTrailingZeros(highestBits) / Byte.SIZE;
    }
}
