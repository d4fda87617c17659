package dev.migratedb.internal.script;

/**
 * Passes over what cannot matter any more once it is clear what kind of statement is being read: white space, words, numbers and
 * symbols. That is most of most scripts, so it is done without a look at each token. Stops before everything else, and before
 * words that matter wherever they stand.
 */
final class Skimmer {

    private final ScriptText text;
    private final CharKinds kinds;

    /** A bit for each length. */
    private final long watchedLengths;

    Skimmer(SqlSyntax syntax, ScriptText text, CharKinds kinds) {
        this.text = text;
        this.kinds = kinds;
        long lengths = 0;
        for (int length = 0; length < Long.SIZE; length++) {
            lengths |= syntax.watchesWordsOf(length) ? 1L << length : 0;
        }
        this.watchedLengths = lengths;
    }

    /** Moves the text on, not beyond its window. Leaves a word or number that reaches the end of the window. */
    void skim() {
        char[] chars = text.chars;
        int limit = text.limit;
        int at = text.pos;
        while (at < limit) {
            char c = chars[at];
            byte kind = kinds.of(c);
            if (kind == SqlSyntax.WORD) {
                int end = endOfWord(chars, at, limit);
                if (end == limit || matters(end - at, chars[end])) {
                    break;
                }
                at = end;
            } else if (kind == SqlSyntax.WHITE || kind == SqlSyntax.OTHER) {
                at++;
            } else if (kind == SqlSyntax.DIGIT) {
                int end = endOfNumber(chars, at, limit);
                if (end == limit) {
                    break;
                }
                at = end;
            } else {
                break;
            }
        }
        text.pos = at;
    }

    private boolean matters(int length, char next) {
        return next == '\'' || length < Long.SIZE && (watchedLengths >>> length & 1) != 0;
    }

    private int endOfWord(char[] chars, int from, int limit) {
        int at = from + 1;
        while (at < limit && kinds.isPartOfWord(chars[at])) {
            at++;
        }
        return at;
    }

    private int endOfNumber(char[] chars, int from, int limit) {
        int at = from + 1;
        while (at < limit && chars[at] != '$' && kinds.isPartOfWord(chars[at])) {
            at++;
        }
        return at;
    }
}
