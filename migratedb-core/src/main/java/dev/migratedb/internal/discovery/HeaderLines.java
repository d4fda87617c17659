package dev.migratedb.internal.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a script says to the engine: comments {@code -- migratedb: …} and {@code # migratedb: …}, each a line of its own,
 * before anything but comments and empty lines. Fed piece by piece while the script is read for other reasons; not thread-safe.
 */
final class HeaderLines {

    /**
     * Such a comment.
     *
     * @param text behind the colon
     * @param line where the text begins, from 1
     * @param column where the text begins, from 1
     */
    record Line(String text, int line, int column) {}

    private static final String MARK = "migratedb:";
    private static final int LONGEST = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Line> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int dropped;
    private int number = 1;
    private boolean inBlock;
    private boolean restOfComment;
    private boolean afterReturn;
    private boolean ended;

    /** Adds characters of the script. */
    void update(char[] text, int length) {
        for (int i = 0; i < length && !ended; i++) {
            char c = text[i];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                line();
                number++;
            } else if (c != BYTE_ORDER_MARK || number > 1 || !current.isEmpty()) {
                current.append(c);
                cutIfLong();
            }
        }
    }

    /** What was found, once all of the script was added. */
    List<Line> found() {
        if (!ended) {
            line();
            ended = true;
        }
        return found;
    }

    /** A line can be as long as the file; of one that long, no more is kept than what may end a comment. */
    private void cutIfLong() {
        if (current.length() < LONGEST) {
            return;
        }
        String text = current.toString();
        int at = 0;
        while (!ended && !restOfComment && at < text.length()) {
            at = after(text, at);
        }
        if (!ended) {
            boolean star = inBlock && text.endsWith("*");
            dropped += text.length() - (star ? 1 : 0);
            current.setLength(0);
            current.append(star ? "*" : "");
            restOfComment |= !inBlock;
        }
    }

    private void line() {
        String text = current.toString();
        int at = 0;
        while (!ended && !restOfComment && at < text.length()) {
            at = after(text, at);
        }
        current.setLength(0);
        dropped = 0;
        restOfComment = false;
    }

    /** Reads one element of the line, and tells where the next one begins. */
    private int after(String text, int from) {
        if (inBlock) {
            int end = text.indexOf("*/", from);
            inBlock = end < 0;
            return end < 0 ? text.length() : end + 2;
        }
        if (Character.isWhitespace(text.charAt(from))) {
            return from + 1;
        }
        if (text.startsWith("/*", from)) {
            inBlock = true;
            return from + 2;
        }
        int sign = text.startsWith("--", from) ? 2 : text.charAt(from) == '#' ? 1 : 0;
        if (sign == 0) {
            ended = true;
        } else {
            comment(text, from + sign);
        }
        return text.length();
    }

    private void comment(String text, int from) {
        int begin = from;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (text.startsWith(MARK, begin)) {
            int value = begin + MARK.length();
            found.add(new Line(text.substring(value), number, dropped + value + 1));
        }
    }
}
