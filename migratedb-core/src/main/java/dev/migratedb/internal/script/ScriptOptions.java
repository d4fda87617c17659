package dev.migratedb.internal.script;

import org.jspecify.annotations.Nullable;

/**
 * What a script says about itself, in the file {@code <script>.conf} beside it or in comments at its beginning.
 *
 * @param executeInTransaction null where nothing is said
 * @param placeholderReplacement null where nothing is said
 * @param shouldExecute whether the script is run at all; null where nothing is said
 */
public record ScriptOptions(
        @Nullable Boolean executeInTransaction,
        @Nullable Boolean placeholderReplacement,
        @Nullable Condition shouldExecute) {

    /** Nothing said. */
    public static final ScriptOptions NONE = new ScriptOptions(null, null, null);

    /** Options of a script that is run under no condition. */
    public ScriptOptions(@Nullable Boolean executeInTransaction, @Nullable Boolean placeholderReplacement) {
        this(executeInTransaction, placeholderReplacement, null);
    }
}
