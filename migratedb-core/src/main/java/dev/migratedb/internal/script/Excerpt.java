package dev.migratedb.internal.script;

/**
 * Shows a place of a text: its line, numbered, up to two lines before it, and a caret below the place. Tabs become blanks, so that
 * the caret stands right wherever it is printed.
 */
final class Excerpt {

    private static final int LINES_BEFORE = 2;
    private static final int WIDTH = 160;
    private static final String CUT = "…";
    private static final String MORE_BEFORE = CUT + " ";

    private final SourceText source;
    private final String text;
    private final String gutter;
    private final int width;

    private Excerpt(SourceText source, int line) {
        this.source = source;
        this.text = source.text();
        this.gutter = "  " + " ".repeat(String.valueOf(line).length()) + " | ";
        this.width = WIDTH - gutter.length();
    }

    static String of(SourceText source, int offset, int line) {
        return new Excerpt(source, line).around(offset, line);
    }

    private String around(int offset, int line) {
        int begin = beginOfLine(offset);
        StringBuilder lines = new StringBuilder();
        lineWithCaret(lines, begin, offset, line);
        for (int i = 1; i <= LINES_BEFORE && begin > 0; i++) {
            int end = endOfLineBefore(begin);
            begin = beginOfLine(end);
            String shown = lead(begin) + shown(begin, wholeCharacter(Math.min(end, begin + width + 1)));
            lines.insert(0, numbered(line - i) + cutRight(shown) + '\n');
        }
        return lines.toString();
    }

    private void lineWithCaret(StringBuilder lines, int begin, int offset, int line) {
        int end = endOfLine(offset);
        int from = wholeCharacter(Math.max(begin, offset - width));
        String before = (from == begin ? lead(begin) : CUT) + shown(from, offset);
        int caret = length(before);
        if (caret > width * 3 / 4) {
            int drop = caret - width / 2;
            before = CUT + before.substring(before.offsetByCodePoints(0, drop));
            caret = length(before);
        }
        String after = shown(offset, wholeCharacter(Math.min(end, offset + width + 1)));
        String tail = end == text.length() ? source.tail() : "";
        lines.append(numbered(line)).append(cutRight(before + after + tail)).append('\n');
        lines.append(gutter).append(" ".repeat(caret)).append('^');
    }

    private String numbered(int line) {
        String number = String.valueOf(line);
        return " ".repeat(gutter.length() - 3 - number.length()) + number + " | ";
    }

    /** What stands in the line of the file before the text begins. */
    private String lead(int begin) {
        if (begin > 0) {
            return "";
        }
        return source.indent() < 0 ? MORE_BEFORE : " ".repeat(Math.min(source.indent(), width / 2));
    }

    private String cutRight(String line) {
        return length(line) <= width ? line : line.substring(0, line.offsetByCodePoints(0, width - 1)) + CUT;
    }

    private String shown(int from, int to) {
        StringBuilder shown = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                shown.append(" ".repeat(TextPlace.TAB_WIDTH));
            } else {
                shown.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return shown.toString();
    }

    private int wholeCharacter(int offset) {
        boolean inPair = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
        return inPair ? offset - 1 : offset;
    }

    private int beginOfLine(int offset) {
        int begin = offset;
        while (begin > 0 && !isEndOfLine(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private int endOfLine(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int endOfLineBefore(int begin) {
        boolean pair = begin > 1 && text.charAt(begin - 1) == '\n' && text.charAt(begin - 2) == '\r';
        return begin - (pair ? 2 : 1);
    }

    /** A place between {@code \r} and {@code \n} still belongs to the line that they end. */
    private boolean isEndOfLine(int offset) {
        char c = text.charAt(offset);
        boolean halfPair = c == '\r' && offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
        return c == '\n' || c == '\r' && !halfPair;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
