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
        indentBy(text, begin, to);
    }

    void over(String text) {
        over(text.toCharArray(), 0, text.length());
    }

    private void indentBy(char[] text, int from, int to) {
        int width = indent;
        for (int i = from; i < to && width >= 0; i++) {
            if (text[i] > ' ') {
                width = -1;
            } else {
                width += text[i] == '\t' ? TAB_WIDTH : 1;
            }
        }
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
