package dev.migratedb.internal.script;

/**
 * Follows text to tell whether its next dollar ends the tag of a dollar quote, as the second one of {@code $body$} does. Knows
 * nothing of quotes and comments, in which it does no harm.
 */
final class DollarTag {

    private enum State {
        OUTSIDE,
        WORD,
        OPENED,
        NAMED
    }

    private State state = State.OUTSIDE;

    /** Whether a dollar that comes next belongs to the one that opened the tag, with a name between them. */
    boolean isOpen() {
        return state == State.NAMED;
    }

    /** What comes next has nothing to do with what was before. */
    void interrupt() {
        state = State.OUTSIDE;
    }

    /** Goes over text. Only its end matters, back to where nothing can be part of a tag. */
    void follow(char[] text, int offset, int length) {
        int end = offset + length;
        int begin = end;
        while (begin > offset && mayBelongToTag(text[begin - 1])) {
            begin--;
        }
        if (begin > offset) {
            state = State.OUTSIDE;
        }
        for (int i = begin; i < end; i++) {
            state = next(text[i]);
        }
    }

    private State next(char c) {
        return switch (state) {
            case OUTSIDE -> c == '$' ? State.OPENED : State.WORD;
            // PostgreSQL takes a dollar within a word for a part of it
            case WORD -> State.WORD;
            case OPENED -> c == '$' ? State.OUTSIDE : Character.isDigit(c) ? State.WORD : State.NAMED;
            case NAMED -> c == '$' ? State.OUTSIDE : State.NAMED;
        };
    }

    private static boolean mayBelongToTag(char c) {
        return c == '$' || c == '_' || Character.isLetterOrDigit(c);
    }
}
