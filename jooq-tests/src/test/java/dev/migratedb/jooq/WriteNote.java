package dev.migratedb.jooq;

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
        context.getJdbcClient().sql("insert into person values (2, 'Emmy')").update();
    }
}
