package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;
import java.io.IOException;

/**
 * Lines that end a statement, or change what does: {@code GO}, {@code /} and {@code DELIMITER x}. What looks like one but is not
 * alone on its line is none.
 */
final class DelimiterLines {

    private static final String COMMAND = "delimiter";
    private static final int MOST_DIGITS = 9;
    private static final int NOTHING = -1;

    private final DelimiterLine kind;
    private final ScriptText text;
    private final CharKinds kinds;

    private int count;
    private String delimiter = ";";

    DelimiterLines(DelimiterLine kind, ScriptText text, CharKinds kinds) {
        this.kind = kind;
        this.text = text;
        this.kinds = kinds;
    }

    /** How often the statement that the last line has ended is to be run. */
    int count() {
        return count;
    }

    /** What ends statements besides such lines. */
    String delimiter() {
        return delimiter;
    }

    /** Whether a DELIMITER line has set another one than the semicolon. */
    boolean hasOwnDelimiter() {
        return !delimiter.equals(";");
    }

    /**
     * Passes over such a line, if the next character begins one. Where it stands counts: with nothing else before it in its line.
     *
     * @param inStatement whether a statement has begun before it
     */
    boolean pass(boolean inStatement) throws IOException {
        count = 1;
        return switch (kind) {
            case NONE -> false;
            case GO -> passGo();
            case SLASH -> passSlash();
            case DELIMITER -> passCommand(inStatement);
        };
    }

    /** Whether the delimiter that a DELIMITER line has set is next; passes over it. */
    boolean passDelimiter() throws IOException {
        int length = delimiter.length();
        for (int i = 0; i < length; i++) {
            if (peek(i) != delimiter.charAt(i)) {
                return false;
            }
        }
        boolean word = Character.isLetterOrDigit(delimiter.charAt(0));
        if (word && peek(length) >= 0 && kinds.isPartOfWord((char) peek(length))) {
            return false;
        }
        text.pos += length;
        return true;
    }

    private boolean passGo() throws IOException {
        int letter = peek(1);
        if (letter != 'o' && letter != 'O' || !isFirstInLine()) {
            return false;
        }
        int at = 2;
        int after = peek(at);
        if (after >= 0 && kinds.isPartOfWord((char) after)) {
            return false;
        }
        at = blanks(at);
        int number = at;
        while (isDigit(peek(at))) {
            at++;
        }
        int end = blanks(at);
        if (peek(end) == ';') {
            throw text.syntaxError(
                    offset(),
                    "GO ends a batch only where nothing but a count stands behind it",
                    "Remove the semicolon; a column of this name needs brackets: [go]");
        }
        if (!isEndOfLine(end) && !(peek(end) == '-' && peek(end + 1) == '-')) {
            return false;
        }
        if (at > number) {
            count = count(number, at);
        }
        text.pos += end;
        return true;
    }

    private int count(int from, int to) {
        String digits = new String(text.chars, text.pos + from, to - from);
        int times = digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
        if (times == 0) {
            throw text.syntaxError(
                    offset() + from,
                    "GO runs its batch as often as it says, which cannot be " + digits,
                    "Write a count from 1 to 999999999, or none");
        }
        return times;
    }

    private boolean passSlash() throws IOException {
        if (peek(0) != '/' || !isFirstInLine()) {
            return false;
        }
        int end = blanks(1);
        if (!isEndOfLine(end)) {
            return false;
        }
        text.pos += end;
        return true;
    }

    private boolean passCommand(boolean inStatement) throws IOException {
        for (int i = 1; i < COMMAND.length(); i++) {
            int c = peek(i);
            if (c < 0 || Character.toLowerCase(c) != COMMAND.charAt(i)) {
                return false;
            }
        }
        int at = COMMAND.length();
        int begin = blanks(at);
        if (begin == at && !isEndOfLine(at) || inStatement && !isFirstInLine()) {
            return false;
        }
        int end = begin;
        boolean sign = true;
        while (!isEndOfLine(end) && !isBlank(peek(end))) {
            sign &= !Character.isLetterOrDigit(peek(end));
            end++;
        }
        int rest = blanks(end);
        if (inStatement && (!sign || begin == end || !isEndOfLine(rest))) {
            return false;
        }
        if (begin == end) {
            throw text.syntaxError(
                    offset(), "DELIMITER does not say which one", "Write it behind the word, as in DELIMITER //");
        }
        if (!isEndOfLine(rest) && peek(rest) != '#' && !(peek(rest) == '-' && peek(rest + 1) == '-')) {
            throw text.syntaxError(
                    offset() + rest,
                    "DELIMITER takes one word, and the rest of its line is lost",
                    "Put what follows on a line of its own");
        }
        change(new String(text.chars, text.pos + begin, end - begin), begin);
        text.pos += rest;
        while (!isEndOfLine(0)) {
            text.pos++;
        }
        return true;
    }

    private void change(String word, int begin) {
        if (word.indexOf('\\') >= 0) {
            throw text.syntaxError(
                    offset() + begin, "A delimiter cannot have a backslash", "Choose another one, as in DELIMITER //");
        }
        char first = word.charAt(0);
        boolean quoted = word.length() > 2
                && (first == '\'' || first == '"' || first == '`')
                && word.charAt(word.length() - 1) == first;
        delimiter = quoted ? word.substring(1, word.length() - 1) : word;
        kinds.setDelimiter(delimiter);
    }

    /** The character so far behind the next one. */
    private int peek(int ahead) throws IOException {
        while (text.pos + ahead >= text.limit) {
            if (!text.more()) {
                return NOTHING;
            }
        }
        return text.chars[text.pos + ahead];
    }

    private int blanks(int from) throws IOException {
        int at = from;
        while (isBlank(peek(at))) {
            at++;
        }
        return at;
    }

    private boolean isEndOfLine(int ahead) throws IOException {
        int c = peek(ahead);
        return c == NOTHING || c == '\n' || c == '\r';
    }

    private boolean isFirstInLine() {
        for (int i = text.pos - 1; i >= text.start; i--) {
            char c = text.chars[i];
            if (c == '\n' || c == '\r') {
                return true;
            }
            if (!kinds.isWhite(c)) {
                return false;
            }
        }
        return text.startsLine();
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000B';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private int offset() {
        return text.pos - text.start;
    }
}
