package dev.migratedb.internal.script;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.util.Arrays;

/**
 * A window over the text of a script with its placeholders replaced, which knows for each character where it stands in the file.
 * The lexer works on the fields; whatever it calls may move the text, so it holds offsets from {@link #start}, and no indexes.
 */
final class ScriptText {

    static final int WINDOW_SIZE = 32 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How much of a line is read ahead for an excerpt. */
    private static final int REST_OF_LINE = 200;

    /** The window. */
    char[] chars;

    /** Index of the first character that is still needed. */
    int start;

    /** Index of the next character. */
    int pos;

    /** Index behind the last character that was read. */
    int limit;

    /** Whether the next character stands in a comment, where placeholders without value are none. */
    boolean inComment;

    private final String location;
    private final ScriptInput input;
    private final TextPlace place = new TextPlace(1, 1);
    private final Marks marks = new Marks();
    private boolean begun;

    ScriptText(String location, ScriptInput input, int windowSize) {
        this.location = location;
        this.input = input;
        this.chars = new char[windowSize];
    }

    /** Whether there is a next character. */
    boolean has() throws IOException {
        return pos < limit || more();
    }

    /** Adds at least one character to the window; false at the end of the script. */
    boolean more() throws IOException {
        while (true) {
            makeRoom();
            int before = limit;
            int count = input.read(chars, limit, chars.length - limit);
            if (count < 0) {
                return false;
            }
            if (count == 0) {
                replace(input.placeholder());
            } else {
                limit += count;
            }
            if (!begun && limit > 0) {
                begun = true;
                before = skipByteOrderMark();
            }
            if (limit > before) {
                return true;
            }
        }
    }

    /** As {@link #has}, but what is added has its placeholders as they are written. */
    boolean hasRaw() throws IOException {
        return pos < limit || moreRaw();
    }

    /** As {@link #more}, but without regard to placeholders. */
    boolean moreRaw() throws IOException {
        makeRoom();
        int count = input.readRaw(chars, limit, chars.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }

    /** Lets go of everything before the next character. */
    void discard() {
        marks.pass(place, chars, start, pos);
        start = pos;
    }

    /** As {@link #discard()}, for one who has the {@link #text} already, which spares time. */
    void discard(String text) {
        if (marks.isNoneBefore(start + text.length()) && place.overPlain(text)) {
            start += text.length();
        }
        discard();
    }

    /** Whether nothing but white space stands before {@link #start} in its line. */
    boolean startsLine() {
        return place.indent() >= 0;
    }

    /** The first characters that are still needed. */
    String text(int length) {
        return new String(chars, start, length);
    }

    /** The same as they are written in the file. */
    SourceText source(String text, String tail) {
        String written = text;
        int[] restored = SourceText.NO_MARKS;
        int end = start + text.length();
        if (!marks.isNoneBefore(end)) {
            StringBuilder source = new StringBuilder(text.length());
            restored = marks.restore(chars, start, end, source);
            written = source.toString();
        }
        return new SourceText(location, written, tail, restored, place.line(), place.column(), place.indent());
    }

    /** Something is wrong at a place, given as offset from {@link #start}. */
    ScriptSyntaxException syntaxError(int offset, String message, String remedy) {
        return error(offset, new ScriptProblem(ErrorCode.SYNTAX, null, message, remedy));
    }

    /** What comes behind the last character that can be had is none. */
    ScriptSyntaxException undecodable(UndecodableException e) {
        try {
            while (moreRaw()) {
                // what was read ahead comes before the place
            }
        } catch (IOException same) {
            // the reader says again what it has said before
        }
        int offset = limit - start;
        SourceText source = source(text(offset), "");
        ScriptPosition position = source.positionAt(offset);
        ScriptSyntaxException error = new ScriptSyntaxException(new ScriptProblem(
                ErrorCode.UNREADABLE_FILE, position, e.inLine(position.line()).getMessage(), e.remedy()));
        error.initCause(e);
        return error;
    }

    private ScriptSyntaxException error(int offset, ScriptProblem problem) {
        SourceText source = source(text(completeLine(offset)), "");
        ScriptPosition position = source.positionAt(offset);
        return new ScriptSyntaxException(
                new ScriptProblem(problem.code(), position, problem.message(), problem.remedy()));
    }

    /** Reads on to the end of the line, as far as that is possible and useful, and tells the offset of that end. */
    private int completeLine(int offset) {
        int end = offset;
        try {
            while (end - offset < REST_OF_LINE && (start + end < limit || moreRaw())) {
                int next = marks.endOfValueAt(start + end) - start;
                if (next == end && (chars[start + end] == '\n' || chars[start + end] == '\r')) {
                    break;
                }
                end = Math.max(end + 1, next);
            }
        } catch (IOException e) {
            // the line is then shown as far as it could be read
            end = limit - start;
        }
        return end;
    }

    private int skipByteOrderMark() {
        if (chars[0] == BYTE_ORDER_MARK) {
            start = 1;
            pos = 1;
        }
        return start;
    }

    private void replace(Placeholder placeholder) {
        String value = placeholder.value();
        if (value == null) {
            if (!inComment && !input.keepsUnknown()) {
                throw error(limit - start, input.problem());
            }
            input.keepPlaceholder();
            return;
        }
        input.dropPlaceholder();
        while (chars.length - limit < value.length()) {
            grow();
        }
        value.getChars(0, value.length(), chars, limit);
        marks.add(limit, limit + value.length(), placeholder.source());
        limit += value.length();
    }

    private void makeRoom() {
        if (limit < chars.length) {
            return;
        }
        if (start > chars.length / 2) {
            System.arraycopy(chars, start, chars, 0, limit - start);
            marks.shift(start);
            limit -= start;
            pos -= start;
            start = 0;
        } else {
            grow();
        }
    }

    private void grow() {
        if (chars.length > Integer.MAX_VALUE / 2) {
            throw syntaxError(
                    0,
                    "The statement that begins here does not end within a thousand million characters",
                    "Look for a quote, a comment or a parenthesis in it that is not closed");
        }
        chars = Arrays.copyOf(chars, chars.length * 2);
    }
}
