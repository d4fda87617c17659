package dev.migratedb.internal.script;

import java.util.Locale;

/**
 * Whether a backslash in a string takes the meaning from the next character where nothing before the string says so: as the
 * statements of a script switch that, and as the string began that it goes on with. A script begins with the default of its
 * database: what the session was set to before is not known here.
 */
final class PlainStrings {

    /** What a statement means for that. */
    enum Rule {
        /** Nothing. */
        NONE,
        /** Sets it for the session. */
        SETS,
        /** Sets it up to the end of the transaction. */
        SETS_LOCALLY,
        RESETS,
        BEGINS_TRANSACTION,
        COMMITS,
        /** Rolls a whole transaction back, and with it what was set in it. */
        ROLLS_BACK
    }

    private final SqlSyntax syntax;
    private final ScriptText text;
    private final CharKinds kinds;
    private final TextSkipper skipper;

    private boolean backslashes;
    private boolean ofSession;
    private boolean atBegin;

    private int lastEnd;
    private boolean lastHadBackslashes;

    PlainStrings(SqlSyntax syntax, ScriptText text, CharKinds kinds, TextSkipper skipper) {
        this.syntax = syntax;
        this.text = text;
        this.kinds = kinds;
        this.skipper = skipper;
    }

    void beginStatement() {
        lastEnd = -1;
    }

    /** A string ended before the next character of the text. */
    void ended(boolean withBackslashes) {
        lastEnd = text.pos - text.start;
        lastHadBackslashes = withBackslashes;
    }

    /** Whether the string that begins with the next character of the text uses them. */
    boolean useBackslashes() {
        if (!backslashes && !lastHadBackslashes) {
            return false;
        }
        if (lastEnd >= 0 && skipper.isBehindEndOfLine(lastEnd)) {
            return lastHadBackslashes;
        }
        return backslashes && !hasVerbatimPrefix();
    }

    /**
     * Follows a statement that has been read.
     *
     * @param lastToken where it begins; only exact where {@link LeadingTokens} took every token
     */
    void follow(LeadingTokens leading, int lastToken, int end) {
        Rule rule = syntax.plainStringRules().valueFor(leading);
        switch (rule) {
            case SETS -> {
                backslashes = isOff(lastToken, end);
                ofSession = backslashes;
            }
            case SETS_LOCALLY -> backslashes = isOff(lastToken, end);
            case RESETS -> {
                backslashes = false;
                ofSession = false;
            }
            case BEGINS_TRANSACTION -> atBegin = ofSession;
            case COMMITS -> {
                backslashes = ofSession;
                atBegin = ofSession;
            }
            case ROLLS_BACK -> {
                backslashes = atBegin;
                ofSession = atBegin;
            }
            case NONE -> {}
        }
    }

    /** The setting tells that strings conform to the standard. For the database, a prefix of a word is as good as the word. */
    private boolean isOff(int lastToken, int end) {
        String value = new String(text.chars, text.start + lastToken, end - lastToken);
        String word = value.replace("'", "").strip().toLowerCase(Locale.ROOT);
        return word.equals("0")
                || word.equals("of")
                || word.equals("off")
                || !word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word));
    }

    /** {@code B}, {@code X} or {@code U&}, right before the quote. */
    private boolean hasVerbatimPrefix() {
        int before = text.pos - 1;
        if (before > text.start && text.chars[before] == '&') {
            return isSingleLetter(before - 1, 'u');
        }
        return isSingleLetter(before, 'b') || isSingleLetter(before, 'x');
    }

    private boolean isSingleLetter(int index, char letter) {
        return index >= text.start
                && (text.chars[index] | 0x20) == letter
                && (index == text.start || !kinds.isPartOfWord(text.chars[index - 1]));
    }
}
