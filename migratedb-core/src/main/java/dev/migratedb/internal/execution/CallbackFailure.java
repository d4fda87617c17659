package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.ScriptPosition;
import java.util.function.Function;

/** Says why a callback failed: place, cause, state of the database and remedy. */
record CallbackFailure(
        Secrets secrets,
        Function<StatementFailedException, ScriptPosition> place,
        Function<Throwable, String> causeText) {

    CallbackFailedException of(Event event, Callback callback, Throwable failure, String state) {
        if (failure instanceof CallbackFailedException already) {
            return already;
        }
        String source = CallbackNames.source(callback);
        ScriptPosition position = null;
        Throwable cause = failure;
        Overdue overdue = null;
        if (failure instanceof StatementFailedException statement) {
            position = place.apply(statement);
            cause = statement.failure();
            overdue = statement.overdue();
        }
        cause = secrets.mask(cause);
        String text = Texts.failure(
                "Callback " + source + " failed at " + event.id() + ".",
                position,
                causeText.apply(cause)
                        + TransactionHints.of(failure)
                        + (overdue == null ? "" : secrets.mask(overdue.inWords())),
                state,
                overdue == null ? "Correct the callback and start again." : overdue.remedy());
        return new CallbackFailedException(text, event, source, position, cause);
    }
}
