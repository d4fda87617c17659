package dev.migratedb.boot.autoconfigure.people;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import org.springframework.stereotype.Component;

/** A callback that is a component of the application. */
@Component
class WriteNote implements Callback {

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        context.getJdbcClient()
                .sql("insert into note (text) values ('migrated')")
                .update();
    }
}
