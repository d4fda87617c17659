package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.internal.script.CheckedScript;

/** A callback that is a SQL file. */
final class SqlCallback implements Callback {

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
        runner.run(script.script(), ScriptRunner.Listener.NONE);
    }

    @Override
    public String getCallbackName() {
        return script.description();
    }

    CheckedScript script() {
        return script.script();
    }
}
