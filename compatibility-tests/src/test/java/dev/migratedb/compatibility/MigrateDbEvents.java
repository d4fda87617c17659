package dev.migratedb.compatibility;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationInfo;
import java.util.List;

/** Writes down the events of MigrateDB. */
final class MigrateDbEvents implements Callback {

    private final List<String> events;

    MigrateDbEvents(List<String> events) {
        this.events = events;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return true;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        MigrationInfo migration = context.getMigrationInfo();
        events.add(
                migration == null ? event.id() : Lines.event(event.id(), migration.version(), migration.description()));
    }

    @Override
    public String getCallbackName() {
        return "recorder";
    }
}
