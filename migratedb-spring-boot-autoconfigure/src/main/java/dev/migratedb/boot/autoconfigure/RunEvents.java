package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.result.MigrateResult;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;

/**
 * Publishes what runs have come to. Migrations run before most listeners are there, so their events wait until the context is
 * refreshed.
 */
final class RunEvents implements EngineObservers, ApplicationListener<ContextRefreshedEvent>, Ordered {

    private static final Logger logger = LoggerFactory.getLogger(RunEvents.class);

    private final ApplicationContext context;

    /** Events that wait; null when nothing has to wait any more. */
    private @Nullable Queue<Object> waiting = new ArrayDeque<>();

    /** The engines whose own runs have told that they failed. */
    private final Set<String> told = new HashSet<>();

    RunEvents(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public RunObserver of(String instance) {
        return new Listener(instance);
    }

    /**
     * Publishes at once that the run of the start has failed, as no context will be refreshed. Whoever listens may need a database that
     * is not migrated, so what goes wrong there is not to hide the failure.
     */
    void failedAtStart(String instance, RuntimeException failure) {
        try {
            context.publishEvent(new MigrationsFailedEvent(instance, failure));
        } catch (RuntimeException ex) {
            logger.debug("The failure could not be told to everybody who listens", ex);
        }
    }

    /** The same for what fails after the context was refreshed, unless the run itself has told of it: not all failures are of a run. */
    void failedAfterStart(String instance, RuntimeException failure) {
        boolean toldAlready;
        synchronized (this) {
            toldAlready = told.remove(instance);
        }
        if (!toldAlready) {
            failedAtStart(instance, failure);
        }
    }

    private void failed(String instance, Throwable error) {
        synchronized (this) {
            if (waiting != null) {
                // it is told with what the run has ended with
                return;
            }
            told.add(instance);
        }
        context.publishEvent(new MigrationsFailedEvent(instance, error));
    }

    private void publish(Object event) {
        synchronized (this) {
            if (waiting != null) {
                waiting.add(event);
                return;
            }
        }
        context.publishEvent(event);
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent refreshed) {
        if (refreshed.getApplicationContext() != context) {
            return;
        }
        Queue<Object> events;
        synchronized (this) {
            events = waiting == null ? new ArrayDeque<>() : waiting;
            waiting = null;
        }
        events.forEach(context::publishEvent);
    }

    /** Others that wait for the context find the events published already. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private final class Listener implements RunObserver {

        private final String instance;

        Listener(String instance) {
            this.instance = instance;
        }

        @Override
        public boolean supports(Event event, CallbackContext callbackContext) {
            return event == Event.AFTER_MIGRATE_OPERATION_FINISH || event == Event.AFTER_MIGRATE_ERROR;
        }

        @Override
        public void handle(Event event, CallbackContext callbackContext) {
            if (callbackContext.getOperationResult() instanceof MigrateResult result) {
                publish(
                        result.migrationsExecuted() > 0
                                ? new MigrationsAppliedEvent(instance, result)
                                : new MigrationsUpToDateEvent(instance, result));
            } else if (callbackContext.getError() != null) {
                failed(instance, callbackContext.getError());
            }
        }
    }
}
