package dev.migratedb.internal.script;

/**
 * What characters can begin, as a syntax says, and as a delimiter that the script itself has chosen changes it. Not
 * thread-safe.
 */
final class CharKinds {

    private final SqlSyntax syntax;

    /** What a character begins where it begins neither a delimiter nor a line of its own. */
    private final byte[] plain;

    private final byte[] kinds;
    private final boolean[] partsOfWord;
    private final boolean[] passed;
    private byte beyond = SqlSyntax.WORD;
    private boolean partsBeyond = true;

    CharKinds(SqlSyntax syntax) {
        this.syntax = syntax;
        this.plain = syntax.plainKinds();
        this.kinds = syntax.kinds().clone();
        this.partsOfWord = syntax.partsOfWord().clone();
        this.passed = new boolean[kinds.length];
        findPassed();
    }

    byte of(char c) {
        return c < kinds.length ? kinds[c] : beyond;
    }

    byte plain(char c) {
        return c < plain.length ? plain[c] : SqlSyntax.WORD;
    }

    boolean isWhite(char c) {
        return c < plain.length && plain[c] == SqlSyntax.WHITE;
    }

    boolean isPartOfWord(char c) {
        return c < partsOfWord.length ? partsOfWord[c] : partsBeyond;
    }

    /** Where the first character is, from an index on, that {@link Skimmer} must look at; the limit where there is none. */
    int endOfPassed(char[] chars, int from, int limit) {
        boolean[] table = passed;
        boolean others = beyond == SqlSyntax.WORD;
        int at = from;
        while (at < limit) {
            char c = chars[at];
            if (c < table.length ? !table[c] : !others) {
                break;
            }
            at++;
        }
        return at;
    }

    private void findPassed() {
        for (int c = 0; c < passed.length; c++) {
            byte kind = kinds[c];
            boolean known = kind == SqlSyntax.WORD && !syntax.watchesWordsEndingWith(c);
            passed[c] = known || kind == SqlSyntax.WHITE || kind == SqlSyntax.DIGIT || kind == SqlSyntax.OTHER;
        }
    }

    /** Takes another delimiter. Its first character, unless it is a letter or a digit, ends a word as well. */
    void setDelimiter(String delimiter) {
        System.arraycopy(syntax.kinds(), 0, kinds, 0, kinds.length);
        System.arraycopy(syntax.partsOfWord(), 0, partsOfWord, 0, partsOfWord.length);
        beyond = SqlSyntax.WORD;
        partsBeyond = true;
        if (!delimiter.equals(";")) {
            replaceSemicolon(delimiter);
        }
        findPassed();
    }

    private void replaceSemicolon(String delimiter) {
        char first = delimiter.charAt(0);
        kinds[';'] = SqlSyntax.OTHER;
        if (first >= kinds.length) {
            beyond = SqlSyntax.DELIMITER;
            partsBeyond = false;
        } else {
            kinds[first] = SqlSyntax.DELIMITER;
            partsOfWord[first] = Character.isLetterOrDigit(first);
        }
    }
}
