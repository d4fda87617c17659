package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who only look on. */
final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    private Observers() {}

    static void tell(RunObserver observer, Event event, CallbackContext context) {
        try {
            if (observer.supports(event, context)) {
                observer.handle(event, context);
            }
        } catch (RuntimeException ex) {
            LOG.warn("{} could not be told of {}", CallbackNames.source(observer), event.id(), ex);
        }
    }
}
