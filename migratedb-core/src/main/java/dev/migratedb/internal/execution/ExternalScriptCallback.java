package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;

/** A callback that is a script of the operating system. */
record ExternalScriptCallback(Event event, String description, ExternalScript script) implements FileCallback {

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == this.event;
    }

    /** Nothing that another program does is in it, and it may take long. */
    @Override
    public boolean canHandleInTransaction(Event event, CallbackContext context) {
        return false;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        script.run(event == Event.BEFORE_CONNECT ? null : context.getConnection());
    }

    @Override
    public String getCallbackName() {
        return description;
    }

    @Override
    public String kind() {
        return "script";
    }

    @Override
    public String file() {
        return script.file().script();
    }
}
