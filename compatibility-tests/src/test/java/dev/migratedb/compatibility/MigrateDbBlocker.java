package dev.migratedb.compatibility;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;

/** Has MigrateDB leave out statements that contain a text. */
final class MigrateDbBlocker implements Callback {

    private final String text;

    MigrateDbBlocker(String text) {
        this.text = text;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        CallbackContext.Statement statement = context.getStatement();
        if (statement != null && statement.sql().contains(text)) {
            throw new BlockStatementExecutionException("blocked");
        }
    }

    @Override
    public String getCallbackName() {
        return "blocker";
    }
}
