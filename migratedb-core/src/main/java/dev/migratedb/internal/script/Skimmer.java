package dev.migratedb.internal.script;

/**
 * Passes over what cannot matter any more once it is clear what kind of statement is being read: white space, words, numbers and
 * symbols. That is most of most scripts, so it is done without a look at each token: it runs to the next character that can
 * matter, and looks back from there to where the token began. Stops before everything else, and before words that matter
 * wherever they stand.
 */
final class Skimmer {

    /** The longest prefix of a string. */
    private static final int LONGEST_PREFIX = 2;

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

    /**
     * Moves the text on, not beyond its window. The next character must be the first one of a token or white space. Leaves a word
     * or number that reaches the end of the window.
     */
    void skim() {
        char[] chars = text.chars;
        int limit = text.limit;
        int from = text.pos;
        int at = kinds.endOfPassed(chars, from, limit);
        while (at < limit && kinds.isPartOfWord(chars[at])) {
            int begin = beginOfWord(chars, from, at);
            int end = endOfToken(chars, begin, at, limit);
            if (end < 0) {
                text.pos = begin;
                return;
            }
            if (end == at) {
                break;
            }
            from = end;
            at = kinds.endOfPassed(chars, from, limit);
        }
        if (at == limit) {
            at = beginOfWord(chars, from, at);
        } else if (chars[at] == '\'' && at > from && kinds.isPartOfWord(chars[at - 1])) {
            at = beginOfPrefix(chars, from, at);
        }
        text.pos = at;
    }

    /** Where the word or number ends that a character belongs to; -1 if it matters, and that place if it ends before it. */
    private int endOfToken(char[] chars, int begin, int at, int limit) {
        byte kind = kinds.of(chars[begin]);
        if (kind == SqlSyntax.DIGIT) {
            int end = at;
            while (end < limit && chars[end] != '$' && kinds.isPartOfWord(chars[end])) {
                end++;
            }
            return end == limit ? -1 : end;
        }
        if (kind != SqlSyntax.WORD) {
            return -1;
        }
        int end = at + 1;
        while (end < limit && kinds.isPartOfWord(chars[end])) {
            end++;
        }
        return end == limit || matters(end - begin, chars[end]) ? -1 : end;
    }

    private boolean matters(int length, char next) {
        return next == '\'' && length <= LONGEST_PREFIX || length < Long.SIZE && (watchedLengths >>> length & 1) != 0;
    }

    private int beginOfPrefix(char[] chars, int from, int at) {
        int begin = beginOfWord(chars, Math.max(from, at - LONGEST_PREFIX - 1), at);
        return at - begin <= LONGEST_PREFIX && kinds.of(chars[begin]) == SqlSyntax.WORD ? begin : at;
    }

    private int beginOfWord(char[] chars, int from, int at) {
        int begin = at;
        while (begin > from && kinds.isPartOfWord(chars[begin - 1])) {
            begin--;
        }
        return begin;
    }
}
