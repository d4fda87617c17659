package dev.migratedb.compatibility;

import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Writes down the events of Flyway. */
final class FlywayEvents implements Callback {

    private final List<String> events;

    FlywayEvents(List<String> events) {
        this.events = events;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return true;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo migration = context.getMigrationInfo();
        events.add(
                migration == null
                        ? event.getId()
                        : Lines.event(event.getId(), migration.getVersion(), migration.getDescription()));
    }

    @Override
    public String getCallbackName() {
        return "recorder";
    }
}
