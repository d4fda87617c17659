package dev.migratedb.internal.script;

import java.util.ArrayList;
import java.util.List;

/** A statement as words, without comments and strings. */
final class Words {

    /** Beyond these nobody looks. */
    private static final int MOST = 2000;

    private Words() {}

    /**
     * A word, a quoted name without its quotes, or a single other character.
     *
     * @param quoted whether it was a quoted name
     */
    record Word(String text, boolean quoted) {

        boolean is(String other) {
            return !quoted && text.equalsIgnoreCase(other);
        }

        boolean isPunctuation() {
            return !quoted && !Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    static List<Word> of(String sql) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < sql.length() && words.size() < MOST) {
            char c = sql.charAt(i);
            int end;
            if (Character.isWhitespace(c)) {
                end = i + 1;
            } else if (sql.startsWith("--", i) || c == '#') {
                end = endOf(sql, "\n", i);
            } else if (sql.startsWith("/*", i)) {
                end = endOf(sql, "*/", i + 2);
            } else if (c == '\'') {
                end = endOfQuoted(sql, i, c);
                words.add(new Word("''", false));
            } else if (c == '"' || c == '`' || c == '[') {
                char close = c == '[' ? ']' : c;
                end = endOfQuoted(sql, i, close);
                String name = sql.substring(Math.min(i + 1, end), Math.max(i + 1, end - 1));
                words.add(new Word(name.replace("" + close + close, "" + close), true));
            } else if (Character.isJavaIdentifierStart(c)) {
                end = i + 1;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                words.add(new Word(sql.substring(i, end), false));
            } else {
                end = i + 1;
                words.add(new Word(String.valueOf(c), false));
            }
            i = end;
        }
        return words;
    }

    private static int endOf(String sql, String mark, int from) {
        int end = sql.indexOf(mark, from);
        return end < 0 ? sql.length() : end + mark.length();
    }

    private static int endOfQuoted(String sql, int from, char close) {
        int end = from + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != close) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == close) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return sql.length();
    }
}
