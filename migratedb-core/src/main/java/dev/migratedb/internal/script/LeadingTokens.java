package dev.migratedb.internal.script;

/**
 * The tokens that a statement begins with, as numbers: keywords as in the {@link KeywordTable}, everything else as one of the
 * constants. Inner parentheses are left out, and long lists in parentheses are cut, so that the tokens behind them have room.
 */
final class LeadingTokens {

    static final int OTHER = 0;
    static final int OPEN = -1;
    static final int CLOSE = -2;
    static final int EQUALS = -3;

    private static final int ROOM = 256;
    private static final int ROOM_IN_PARENTHESES = 64;

    private final int[] codes = new int[ROOM];
    private int size;
    private int inParentheses;
    private boolean full;

    void clear() {
        size = 0;
        full = false;
    }

    /** Takes no more tokens of this statement. */
    void close() {
        full = true;
    }

    boolean takesMore() {
        return !full;
    }

    /**
     * Adds a token.
     *
     * @param depth of the parentheses that it stands in; a parenthesis itself stands outside of its content
     */
    void add(int code, int depth) {
        if (full || depth > 1) {
            return;
        }
        if (depth == 0) {
            inParentheses = 0;
        } else if (code == OPEN || code == CLOSE || ++inParentheses > ROOM_IN_PARENTHESES) {
            return;
        }
        codes[size++] = code;
        full = size == ROOM;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return codes[index];
    }

    /** Whether the statement has no further tokens than these. */
    boolean isWhole() {
        return size < ROOM;
    }
}
