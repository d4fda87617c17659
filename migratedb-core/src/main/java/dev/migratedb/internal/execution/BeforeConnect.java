package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.migration.RunSettings;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time before the connection of a run is opened, for callbacks that need none. */
public final class BeforeConnect {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    private final CallbackContext context;
    private final CallbackFailure failure;
    private final Listeners listeners;

    /** Asks every callback whether it wants to be called. */
    public BeforeConnect(List<Callback> callbacks, RunSettings settings, Secrets secrets) {
        this.context = new RunCallbackContext(null, settings, Moment.PLAIN);
        this.failure =
                new CallbackFailure(secrets, statement -> statement.statement().position(), Texts::cause);
        this.listeners = new Listeners(failure);
        listeners.ask(callbacks, EnumSet.of(Event.BEFORE_CONNECT), context);
    }

    /** Names them instead of calling them. */
    public void rehearse(Rehearsal rehearsal) {
        for (Callback callback : listeners.of(Event.BEFORE_CONNECT)) {
            if (callback instanceof RunObserver) {
                continue;
            }
            rehearsal.section(CallbackNames.title(Event.BEFORE_CONNECT, callback), null);
            rehearsal.leaveOut(CallbackNames.title(Event.BEFORE_CONNECT, callback), CallbackNames.source(callback));
        }
    }

    /**
     * Calls them.
     *
     * @return whether there was anybody to call
     * @throws CallbackFailedException if one fails; those after it are not called
     */
    public boolean fire() {
        boolean called = false;
        for (Callback callback : listeners.of(Event.BEFORE_CONNECT)) {
            if (callback instanceof RunObserver observer) {
                Observers.tell(observer, Event.BEFORE_CONNECT, context);
                continue;
            }
            try {
                if (callback.supports(Event.BEFORE_CONNECT, context)) {
                    LOG.info("Executing {}", CallbackNames.title(Event.BEFORE_CONNECT, callback));
                    callback.handle(Event.BEFORE_CONNECT, context);
                    called = true;
                }
            } catch (RuntimeException ex) {
                throw failure.of(
                        Event.BEFORE_CONNECT,
                        callback,
                        ex,
                        "The run had not connected to the database. What callbacks did elsewhere stays.");
            }
        }
        return called;
    }
}
