package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;

/** A callback that is a SQL file. */
final class SqlCallback implements FileCallback {

    private final SqlCallbackScript script;
    private final ScriptRunner runner;

    SqlCallback(SqlCallbackScript script, ScriptRunner runner) {
        this.script = script;
        this.runner = runner;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == script.event();
    }

    @Override
    public boolean canHandleInTransaction(Event event, CallbackContext context) {
        return script.transactional();
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        runner.run(script.script(), ScriptRunner.Listener.NONE, number -> {});
    }

    @Override
    public String getCallbackName() {
        return script.description();
    }

    @Override
    public String kind() {
        return "SQL";
    }

    @Override
    public String file() {
        return script.script().file().script();
    }
}
