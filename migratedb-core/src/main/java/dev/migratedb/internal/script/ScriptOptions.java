package dev.migratedb.internal.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a script says about itself, in the file {@code <script>.conf} beside it or in comments at its beginning.
 *
 * @param executeInTransaction null where nothing is said
 * @param placeholderReplacement null where nothing is said
 * @param shouldExecute whether the script is run at all; null where nothing is said
 * @param ddlLockTimeout how long a statement waits for a lock of a table; null where nothing is said
 * @param statementTimeout how long a statement may run; null where nothing is said
 */
public record ScriptOptions(
        @Nullable Boolean executeInTransaction,
        @Nullable Boolean placeholderReplacement,
        @Nullable Condition shouldExecute,
        @Nullable Duration ddlLockTimeout,
        @Nullable Duration statementTimeout) {

    /** Nothing said. */
    public static final ScriptOptions NONE = new ScriptOptions(null, null, null, null, null);

    /** Options of a script that is run under no condition, with the limits that hold for all. */
    public ScriptOptions(@Nullable Boolean executeInTransaction, @Nullable Boolean placeholderReplacement) {
        this(executeInTransaction, placeholderReplacement, null, null, null);
    }
}
