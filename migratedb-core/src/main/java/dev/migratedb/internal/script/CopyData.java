package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.Reader;

/** The data of a {@code COPY … FROM STDIN}: from the next line up to a line {@code \.} or the end of the script, as they are. */
final class CopyData extends Reader {

    private static final String END_LINE = "\\.";

    private final ScriptText text;
    private boolean atBeginOfLine = true;
    private boolean ended;

    /** The next character of the text is the one behind the delimiter of the statement. */
    CopyData(ScriptText text) throws IOException {
        this.text = text;
        skipRestOfLine();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = lengthOfData(Math.min(length, text.limit - text.pos));
        System.arraycopy(text.chars, text.pos, target, offset, count);
        pass(count);
        return count;
    }

    /** Goes on behind the data. */
    void skipToEnd() throws IOException {
        while (hasMore()) {
            pass(lengthOfData(text.limit - text.pos));
        }
    }

    private boolean hasMore() throws IOException {
        try {
            ended = ended || !text.hasRaw() || atBeginOfLine && isEndLine();
            return !ended;
        } catch (UndecodableException e) {
            throw text.undecodable(e);
        }
    }

    private void pass(int count) {
        text.pos += count;
        text.discard();
    }

    @Override
    public void close() {
        // the text is the script's
    }

    /** How much can be handed out before the next look for the line that ends the data; at least one character. */
    private int lengthOfData(int most) {
        char[] chars = text.chars;
        int limit = text.pos + most;
        for (int at = text.pos; at < limit; at++) {
            char c = chars[at];
            if (c <= '\r' && (c == '\n' || c == '\r') && (at + 1 == limit || chars[at + 1] == END_LINE.charAt(0))) {
                atBeginOfLine = true;
                return at + 1 - text.pos;
            }
        }
        atBeginOfLine = false;
        return most;
    }

    private boolean isEndLine() throws IOException {
        for (int i = 0; i < END_LINE.length(); i++) {
            if (!isThere(i) || charAt(i) != END_LINE.charAt(i)) {
                return false;
            }
        }
        int length = END_LINE.length();
        if (isThere(length)) {
            if (charAt(length) != '\n' && charAt(length) != '\r') {
                return false;
            }
            // of \r\n the second half is left: white space before the next statement, and no look into its line
            length++;
        }
        text.pos += length;
        text.discard();
        return true;
    }

    private boolean isThere(int ahead) throws IOException {
        return text.pos + ahead < text.limit || text.moreRaw();
    }

    private char charAt(int ahead) {
        return text.chars[text.pos + ahead];
    }

    private void skipRestOfLine() throws IOException {
        boolean comment = false;
        while (text.hasRaw()) {
            char c = charAt(0);
            boolean paired = c == '\r' && isThere(1) && charAt(1) == '\n';
            if (!comment && c == '-' && isThere(1) && charAt(1) == '-') {
                comment = true;
            } else if (!comment && c > ' ') {
                text.discard();
                throw text.syntaxError(
                        0,
                        "The data of COPY … FROM STDIN begin in the next line, but more stands in the line of its delimiter",
                        "Move it to a line of its own behind the data");
            }
            text.pos += paired ? 2 : 1;
            if (c == '\n' || c == '\r') {
                break;
            }
        }
        text.discard();
    }
}
