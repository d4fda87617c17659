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
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c <= '\r' && (c == '\n' || c == '\r')) {
                boolean secondHalf = c == '\n' && (i > from ? text[i - 1] == '\r' : afterReturn);
                line += secondHalf ? 0 : 1;
                column = 1;
                indent = 0;
                begin = i + 1;
            }
        }
        afterReturn = text[to - 1] == '\r';
        withinLine(text, begin, to);
    }

    void over(String text) {
        over(text.toCharArray(), 0, text.length());
    }

    private void withinLine(char[] text, int from, int to) {
        int width = indent;
        int pairs = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c > ' ') {
                width = -1;
                // a surrogate pair is one character
                pairs += Character.isLowSurrogate(c) ? 1 : 0;
            } else if (width >= 0) {
                width += c == '\t' ? TAB_WIDTH : 1;
            }
        }
        column += Math.max(0, to - from) - pairs;
        indent = width;
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
