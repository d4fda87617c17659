package dev.migratedb.compatibility;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayBlockStatementExecutionException;

/** Has Flyway leave out statements that contain a text. */
final class FlywayBlocker implements Callback {

    private final String text;

    FlywayBlocker(String text) {
        this.text = text;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (context.getStatement().getSql().contains(text)) {
            throw new FlywayBlockStatementExecutionException(
                    new ErrorDetails(CoreErrorCode.ERROR, "blocked"), "blocked");
        }
    }

    @Override
    public String getCallbackName() {
        return "blocker";
    }
}
