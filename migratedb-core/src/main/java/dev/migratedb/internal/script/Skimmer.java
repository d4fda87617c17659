package dev.migratedb.internal.script;

/**
 * Passes over what cannot matter any more once it is clear what kind of statement is being read: white space, words, numbers and
 * symbols. That is most of most scripts, so it is done without a look at each token: it runs to the next character that can
 * matter, and looks back from there to where the token began. Stops before everything else, and before words that matter
 * wherever they stand.
 */
final class Skimmer {

    /** The longest prefix of a string. */
    static final int LONGEST_PREFIX = 2;

    private final SqlSyntax syntax;
    private final ScriptText text;
    private final CharKinds kinds;

    Skimmer(SqlSyntax syntax, ScriptText text, CharKinds kinds) {
        this.syntax = syntax;
        this.text = text;
        this.kinds = kinds;
    }

    /**
     * Moves the text on, not beyond its window. The next character must be the first one of a token or white space. Leaves a word
     * or number that reaches the end of the window.
     */
    void skim() {
        char[] chars = text.chars;
        int limit = text.limit;
        int from = text.pos;
        while (true) {
            int at = kinds.endOfPassed(chars, from, limit);
            boolean inToken = at == limit || chars[at] == '\'' || kinds.isPartOfWord(chars[at]);
            int begin = inToken ? beginOfToken(chars, from, at) : at;
            int end = begin == limit ? -1 : endOfToken(chars, begin, limit);
            if (end < 0) {
                text.pos = begin;
                return;
            }
            from = end;
        }
    }

    private int beginOfToken(char[] chars, int from, int at) {
        int begin = at;
        while (begin > from && kinds.isPartOfWord(chars[begin - 1])) {
            begin--;
        }
        return begin;
    }

    /** Where the word or number ends; -1 if it matters, is not known as a whole, or is neither of them. */
    private int endOfToken(char[] chars, int begin, int limit) {
        byte kind = kinds.of(chars[begin]);
        if (kind != SqlSyntax.WORD && kind != SqlSyntax.DIGIT) {
            return -1;
        }
        boolean number = kind == SqlSyntax.DIGIT;
        int end = begin + 1;
        while (end < limit && kinds.isPartOfWord(chars[end]) && !(number && chars[end] == '$')) {
            end++;
        }
        boolean stop = end == limit || !number && matters(end - begin, chars[end - 1], chars[end]);
        return stop ? -1 : end;
    }

    private boolean matters(int length, char last, char next) {
        return next == '\'' && length <= LONGEST_PREFIX
                || syntax.watchesWordsEndingWith(last) && syntax.watchesWordsOf(length);
    }
}
