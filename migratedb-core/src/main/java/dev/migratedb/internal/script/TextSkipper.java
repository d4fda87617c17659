package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlSyntax.DollarQuotes;
import dev.migratedb.internal.script.SqlSyntax.LineComment;
import dev.migratedb.internal.script.SqlSyntax.Quote;
import java.io.IOException;
import java.util.Arrays;

/**
 * Passes over what encloses text: quotes and comments. Each method begins at the next character of the text, and fails at the
 * place where the text began if that has no end.
 */
final class TextSkipper {

    private static final String OPENING = "[{(<";
    private static final String CLOSING = "]})>";

    private final SqlSyntax syntax;
    private final ScriptText text;
    private final CharKinds kinds;
    private final LineComment[] lineComments;

    TextSkipper(SqlSyntax syntax, ScriptText text, CharKinds kinds) {
        this.syntax = syntax;
        this.text = text;
        this.kinds = kinds;
        this.lineComments = syntax.lineComments().toArray(LineComment[]::new);
    }

    void word() throws IOException {
        text.pos++;
        do {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && kinds.isPartOfWord(chars[at])) {
                at++;
            }
            text.pos = at;
        } while (text.pos == text.limit && text.more());
    }

    /**
     * Whether nothing but white space and comments, with an end of line among them, stands between a place and the next
     * character: a string that ended there goes on here, and is read as it began.
     */
    boolean isBehindEndOfLine(int offset) {
        boolean newLine = false;
        boolean comment = false;
        for (int i = text.start + offset; i < text.pos; i++) {
            char c = text.chars[i];
            if (c == '\n' || c == '\r') {
                newLine = true;
                comment = false;
            } else if (c == '-' && text.chars[i + 1] == '-') {
                comment = true;
            } else if (!comment && !kinds.isWhite(c)) {
                return false;
            }
        }
        return newLine;
    }

    /**
     * Passes over a text in quotes.
     *
     * @param begin where it began, as it may have a prefix
     */
    void quoted(int begin, Quote quote) throws IOException {
        quoted(begin, quote.name(), quote.close(), quote.backslash(), quote.doubled());
    }

    /** As {@link #quoted(int, Quote)}, with backslashes. */
    void backslashString(int begin) throws IOException {
        quoted(begin, "string", '\'', true, true);
    }

    private void quoted(int begin, String name, char close, boolean backslash, boolean doubled) throws IOException {
        text.pos++;
        while (true) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != close && !(backslash && chars[at] == '\\')) {
                at++;
            }
            text.pos = at;
            if (at == limit) {
                if (!text.more()) {
                    throw neverEnds(begin, name, "Close it with " + close + orDoubled(close, doubled));
                }
            } else if (chars[at] == '\\' && close != '\\') {
                text.pos++;
                if (text.has()) {
                    text.pos++;
                }
            } else {
                text.pos++;
                if (!doubled || !text.has() || text.chars[text.pos] != close) {
                    return;
                }
                text.pos++;
            }
        }
    }

    private static String orDoubled(char close, boolean doubled) {
        return doubled ? ", and write " + close + close + " for this character inside of it" : "";
    }

    /** Passes over Oracle's {@code '[…]'}, whose letter {@code q} has been passed. */
    void alternativeQuoted(int begin) throws IOException {
        text.pos++;
        char open = text.has() ? text.chars[text.pos] : ' ';
        int pair = OPENING.indexOf(open);
        char close = pair < 0 ? open : CLOSING.charAt(pair);
        text.pos += text.has() ? 1 : 0;
        boolean closing = false;
        while (text.has() && !(closing && text.chars[text.pos] == '\'')) {
            closing = text.chars[text.pos++] == close;
        }
        if (!text.has()) {
            throw neverEnds(begin, "string", "Close it with " + close + "'");
        }
        text.pos++;
    }

    /** Passes over a dollar-quoted text, or over the dollar alone where none begins. */
    void dollar() throws IOException {
        int begin = offset();
        text.pos++;
        if (syntax.dollarQuotes() == DollarQuotes.TAGGED
                && text.has()
                && kinds.plain(text.chars[text.pos]) == SqlSyntax.WORD) {
            while (text.has() && text.chars[text.pos] != '$' && kinds.isPartOfWord(text.chars[text.pos])) {
                text.pos++;
            }
        }
        boolean opens = syntax.dollarQuotes() != DollarQuotes.NONE && text.has() && text.chars[text.pos] == '$';
        if (opens) {
            text.pos++;
            dollarQuoted(begin, offset() - begin);
        } else {
            text.pos = text.start + begin + 1;
        }
    }

    private void dollarQuoted(int begin, int length) throws IOException {
        while (true) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '$') {
                at++;
            }
            text.pos = at;
            boolean there = at < limit;
            while (there && text.limit - text.pos < length) {
                there = text.more();
            }
            if (there && sameText(text.start + begin, text.pos, length)) {
                text.pos += length;
                return;
            }
            if (there) {
                text.pos++;
            } else if (at < limit || !text.more()) {
                String tag = new String(text.chars, text.start + begin, length);
                throw neverEnds(begin, "dollar-quoted text " + tag, "Close it with " + tag);
            }
        }
    }

    private boolean sameText(int one, int other, int length) {
        return Arrays.equals(text.chars, one, one + length, text.chars, other, other + length);
    }

    /** Passes over a comment; false, and nothing passed, where none begins. */
    boolean comment() throws IOException {
        int begin = offset();
        char c = text.chars[text.pos++];
        char next = text.has() ? text.chars[text.pos] : 0;
        if (c == '/' && next == '*') {
            text.inComment = true;
            text.pos++;
            blockComment(begin);
        } else if (startsLineComment(c, next)) {
            text.inComment = true;
            restOfLine();
        } else {
            text.pos = text.start + begin;
            return false;
        }
        text.inComment = false;
        return true;
    }

    /** Passes over the begin of a comment that MySQL or MariaDB executes, and over the version in it. */
    boolean passBeginOfExecutableComment() throws IOException {
        if (!syntax.executesComments() || !isNext("/*!") && !isNext("/*M!")) {
            return false;
        }
        text.pos += isNext("/*!") ? 3 : 4;
        while (text.has() && text.chars[text.pos] >= '0' && text.chars[text.pos] <= '9') {
            text.pos++;
        }
        return true;
    }

    boolean passEndOfComment() throws IOException {
        boolean ends = isNext("*/");
        text.pos += ends ? 2 : 0;
        return ends;
    }

    private boolean isNext(String wanted) throws IOException {
        for (int i = 0; i < wanted.length(); i++) {
            if (text.pos + i >= text.limit && !text.more() || text.chars[text.pos + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsLineComment(char c, char next) throws IOException {
        for (LineComment comment : lineComments) {
            String start = comment.start();
            if (start.charAt(0) == c && (start.length() == 1 || start.charAt(1) == next)) {
                return !comment.beforeBlank() || isBlankAfterNext();
            }
        }
        return false;
    }

    /** Control characters count as blanks, and so does the end of the script. */
    private boolean isBlankAfterNext() throws IOException {
        int begin = offset();
        text.pos++;
        boolean blank = !text.has() || text.chars[text.pos] <= ' ';
        text.pos = text.start + begin;
        return blank;
    }

    /** Passes over everything up to the end of the line. */
    void restOfLine() throws IOException {
        do {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '\n' && chars[at] != '\r') {
                at++;
            }
            text.pos = at;
        } while (text.pos == text.limit && text.more());
    }

    private void blockComment(int begin) throws IOException {
        int open = 1;
        while (open > 0) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '*' && chars[at] != '/') {
                at++;
            }
            text.pos = at;
            if (!text.has()) {
                throw neverEnds(
                        begin,
                        "comment",
                        syntax.nestsComments()
                                ? "Close it with */; each /* inside of it needs one of its own"
                                : "Close it with */");
            }
            char c = text.chars[text.pos++];
            if (text.has()) {
                char next = text.chars[text.pos];
                if (c == '*' && next == '/') {
                    open--;
                    text.pos++;
                } else if (c == '/' && next == '*' && syntax.nestsComments()) {
                    open++;
                    text.pos++;
                }
            }
        }
    }

    ScriptSyntaxException neverEnds(int begin, String name, String remedy) {
        return text.syntaxError(
                begin, "The " + name + " that begins here does not end before the end of the script", remedy);
    }

    private int offset() {
        return text.pos - text.start;
    }
}
