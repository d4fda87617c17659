package dev.migratedb.internal.script;

import org.jspecify.annotations.Nullable;

/**
 * Follows what holds delimiters of its own in one statement after the other. Is told every token outside of parentheses, as long
 * as it {@link #watching watches}. Offsets count from the first character of the statement.
 */
abstract class Blocks {

    final ScriptText text;

    /** Whether the tokens of this statement are of interest; read for each token, so no method. */
    boolean watching;

    /** Whether the rest of the statement, up to the line that ends it, is not SQL. */
    boolean foreign;

    Blocks(ScriptText text) {
        this.text = text;
    }

    /**
     * The first token of the statement.
     *
     * @param keyword its number; 0 or less where it is none
     */
    abstract void first(int keyword);

    /**
     * A word, also the first one.
     *
     * @param keyword its number; 0 where it is none
     * @param leading the tokens so far, this one included
     */
    abstract void word(int keyword, int begin, LeadingTokens leading);

    /** Anything that is no word: a quoted text, a number, a parenthesis or another character. */
    void symbol(char c) {}

    /** A delimiter that is hidden. */
    void delimiter() {}

    /** Whether a delimiter at this place belongs to the statement. */
    abstract boolean hides();

    /** The problem with a script that ends here, null where there is none; only asked while delimiters are hidden. */
    @Nullable
    abstract ScriptSyntaxException atEnd();

    /** The problem with a block that nothing closes. */
    ScriptSyntaxException notClosed(int begin, String name, String remedy) {
        return text.syntaxError(
                begin, "The block " + name + " that opens here is not closed before the end of the script", remedy);
    }

    /** Of a syntax that has none. */
    static final class None extends Blocks {

        None(ScriptText text) {
            super(text);
        }

        @Override
        void first(int keyword) {}

        @Override
        void word(int keyword, int begin, LeadingTokens leading) {}

        @Override
        boolean hides() {
            return false;
        }

        @Override
        @Nullable
        ScriptSyntaxException atEnd() {
            return null;
        }
    }
}
