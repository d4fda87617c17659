package dev.migratedb.internal.history;

import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one statement.
 *
 * @param migration whose script it is in: a name in ASCII, of 300 characters at most
 * @param statement its number in the script, from 1
 * @param line in the file where it begins
 * @param script the file
 * @param hash of its text; empty where it is not known which one it was
 * @param excerpt its beginning
 * @param state how far it has come
 * @param startedAt when it was begun; an instant in ISO 8601
 * @param wasThere whether what it is about was there before it was begun; null where nobody has looked
 */
public record JournalRow(
        String migration,
        int statement,
        int line,
        String script,
        String hash,
        String excerpt,
        State state,
        String startedAt,
        @Nullable Boolean wasThere) {

    /** How far a statement has come. */
    public enum State {
        /** It was about to be sent. What has become of it is not known. */
        STARTED,
        /** It has succeeded, and what it did is committed. */
        DONE,
        /** It has failed. */
        FAILED
    }

    /** The same in another state. */
    public JournalRow as(State other) {
        return new JournalRow(migration, statement, line, script, hash, excerpt, other, startedAt, wasThere);
    }
}
