package dev.migratedb.internal.script;

/**
 * A place in a text, moved on over characters. A line ends with {@code \n}, {@code \r} or {@code \r\n}, also where this pair is
 * split between two calls.
 */
final class TextPlace {

    /** How wide a tab is shown. */
    static final int TAB_WIDTH = 4;

    private int line;
    private int column;
    private int indent;
    private boolean afterReturn;

    TextPlace(int line, int column) {
        this.line = line;
        this.column = column;
    }

    void over(char[] text, int from, int to) {
        if (from >= to) {
            return;
        }
        int begin = from;
        int pairs = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c > '\r' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                boolean secondHalf = c == '\n' && (i > from ? text[i - 1] == '\r' : afterReturn);
                line += secondHalf ? 0 : 1;
                column = 1;
                indent = 0;
                begin = i + 1;
                pairs = 0;
            } else if (Character.isLowSurrogate(c)) {
                // a surrogate pair is one character
                pairs++;
            }
        }
        afterReturn = text[to - 1] == '\r';
        column += to - begin - pairs;
        for (int i = begin; i < to && indent >= 0; i++) {
            indentBy(text[i]);
        }
    }

    void over(String text) {
        if (!overPlain(text)) {
            over(text.toCharArray(), 0, text.length());
        }
    }

    /**
     * Moves on over a text without {@code \r}. That takes a fraction of the time, because a string can be searched for its ends
     * of lines in bulk.
     *
     * @return false if it has one; the place has not moved then
     */
    boolean overPlain(String text) {
        if (text.indexOf('\r') >= 0) {
            return false;
        }
        int begin = 0;
        int lineEnd = text.indexOf('\n');
        boolean secondHalf = lineEnd == 0 && afterReturn;
        line -= secondHalf ? 1 : 0;
        while (lineEnd >= 0) {
            line++;
            column = 1;
            indent = 0;
            begin = lineEnd + 1;
            lineEnd = text.indexOf('\n', begin);
        }
        afterReturn &= text.isEmpty();
        column += text.codePointCount(begin, text.length());
        for (int i = begin; i < text.length() && indent >= 0; i++) {
            indentBy(text.charAt(i));
        }
        return true;
    }

    private void indentBy(char c) {
        if (c > ' ') {
            indent = -1;
        } else {
            indent += c == '\t' ? TAB_WIDTH : 1;
        }
    }

    /** Counted from 1. */
    int line() {
        return line;
    }

    /** Counted from 1, in characters. */
    int column() {
        return column;
    }

    /** How wide the white space is that the line begins with; -1 where there is more than white space before this place. */
    int indent() {
        return indent;
    }
}
