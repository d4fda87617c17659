package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. Unlike an {@code InputStreamReader} it hands out every character before the first wrong byte, so that
 * its place can be told, and it computes the checksum of what it hands out.
 */
final class StrictDecoder extends Reader {

    private static final int BUFFER_SIZE = 16 * 1024;

    /** How many bytes the decoder gets at a time where they are not plain ASCII, as most of a script is. */
    private static final int RARE_BYTES = 16;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final LineChecksum checksum;
    private final boolean utf8;

    /** For bytes that are known to be ASCII: it copies them as fast as memory can be copied. */
    private final CharsetDecoder ascii = StandardCharsets.ISO_8859_1.newDecoder();

    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private boolean ended;
    private boolean flushed;
    private int secondHalf = -1;
    private @Nullable UndecodableException failure;

    StrictDecoder(InputStream in, Charset charset, LineChecksum checksum) {
        this.in = in;
        this.charset = charset;
        this.checksum = checksum;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        if (secondHalf >= 0) {
            target[offset] = (char) secondHalf;
            secondHalf = -1;
            count = 1;
        } else if (length == 1) {
            // a decoder writes both halves of a surrogate pair or none
            char[] pair = new char[2];
            count = decode(CharBuffer.wrap(pair));
            if (count > 0) {
                target[offset] = pair[0];
                secondHalf = count == 2 ? pair[1] : -1;
                count = 1;
            }
        } else {
            count = decode(CharBuffer.wrap(target, offset, length));
        }
        return count;
    }

    private int decode(CharBuffer target) throws IOException {
        int begin = target.position();
        while (true) {
            if (failure != null) {
                throw failure;
            }
            if (flushed) {
                return -1;
            }
            CoderResult result = utf8 ? decodeUtf8(target) : decodeNext(target, ended);
            if (result.isError()) {
                byte[] wrong = new byte[result.length()];
                bytes.get(bytes.position(), wrong);
                failure = new UndecodableException(wrong, charset);
            } else if (result.isUnderflow() && ended) {
                int before = target.position();
                flushed = decoder.flush(target).isUnderflow();
                checksum.update(target.array(), before, target.position() - before);
            }
            if (target.position() > begin) {
                return target.position() - begin;
            }
            if (failure == null && !ended) {
                refill();
            }
        }
    }

    /**
     * As {@link CharsetDecoder#decode}, which goes byte by byte once it has met a character that is not ASCII. What it reads is
     * what the checksum is made of, so nothing needs to be encoded again.
     */
    private CoderResult decodeUtf8(CharBuffer target) {
        int begin = bytes.position();
        int limit = bytes.limit();
        CoderResult result = CoderResult.UNDERFLOW;
        boolean progress = true;
        while (result.isUnderflow() && progress) {
            int before = bytes.position();
            copyAscii(target);
            copyShort(target);
            if (bytes.position() == before) {
                int end = Math.min(limit, before + RARE_BYTES);
                bytes.limit(end);
                result = decoder.decode(bytes, target, ended && end == limit);
                bytes.limit(limit);
            }
            progress = bytes.position() > before;
        }
        checksum.updateUtf8(bytes.array(), begin, bytes.position());
        return result;
    }

    private void copyAscii(CharBuffer target) {
        int limit = bytes.limit();
        int begin = bytes.position();
        bytes.limit(ByteScan.endOfAscii(bytes.array(), begin, Math.min(limit, begin + target.remaining())));
        ascii.decode(bytes, target, false);
        bytes.limit(limit);
    }

    /** Decodes characters of two and three bytes, up to one that is shorter, longer, incomplete or wrong. */
    private void copyShort(CharBuffer target) {
        byte[] from = bytes.array();
        char[] to = target.array();
        int read = bytes.position();
        int write = target.position();
        int end = bytes.limit();
        int room = target.limit();
        while (write < room && read + 1 < end && from[read] < 0) {
            int first = from[read] & 0xFF;
            int second = from[read + 1] & 0xFF ^ 0x80;
            if (first >= 0xC2 && first < 0xE0 && second < 0x40) {
                to[write++] = (char) ((first & 0x1F) << 6 | second);
                read += 2;
                continue;
            }
            int third = read + 2 < end ? from[read + 2] & 0xFF ^ 0x80 : -1;
            char c = (char) ((first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F);
            if ((first & 0xF0) != 0xE0 || ((second | third) & ~0x3F) != 0 || c < 0x800 || Character.isSurrogate(c)) {
                break;
            }
            to[write++] = c;
            read += 3;
        }
        target.position(write);
        bytes.position(read);
    }

    private CoderResult decodeNext(CharBuffer target, boolean last) {
        int before = target.position();
        CoderResult result = decoder.decode(bytes, target, last);
        checksum.update(target.array(), before, target.position() - before);
        return result;
    }

    private void refill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
