package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell at an event, besides the event itself.
 *
 * @param migration at the events of a migration or statement
 * @param statement at the events of a statement
 * @param result at the events after a command
 * @param error at error events
 */
public record Moment(
        @Nullable MigrationInfo migration,
        CallbackContext.@Nullable Statement statement,
        @Nullable OperationResult result,
        @Nullable Throwable error) {

    /** Nothing more to tell. */
    public static final Moment PLAIN = new Moment(null, null, null, null);

    /** A migration. */
    public static Moment of(MigrationInfo migration) {
        return new Moment(migration, null, null, null);
    }

    /** A command that has succeeded. */
    public static Moment after(OperationResult result) {
        return new Moment(null, null, result, null);
    }

    /** A command that has failed. */
    public static Moment failed(Throwable error) {
        return new Moment(null, null, null, error);
    }
}
