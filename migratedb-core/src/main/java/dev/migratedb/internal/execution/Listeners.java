package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/** Who wants which events, in the order in which they are called. */
final class Listeners {

    private static final Comparator<Callback> ORDER = ((Comparator<Callback>)
                    AnnotationAwareOrderComparator.INSTANCE::compare)
            .thenComparing(Callback::getCallbackName, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<Event, List<Callback>> byEvent = new EnumMap<>(Event.class);
    private final CallbackFailure failure;

    Listeners(CallbackFailure failure) {
        this.failure = failure;
    }

    /** Asks each callback about each event, once and for all. */
    void ask(List<? extends Callback> callbacks, Set<Event> events, CallbackContext context) {
        for (Event event : events) {
            for (Callback callback : callbacks) {
                if (wants(callback, event, context)) {
                    add(event, callback);
                }
            }
            of(event).sort(ORDER);
        }
    }

    private boolean wants(Callback callback, Event event, CallbackContext context) {
        try {
            return callback.supports(event, context);
        } catch (RuntimeException ex) {
            throw failure.of(event, callback, ex, "It was asked whether it wants the event. Nothing was changed.");
        }
    }

    /** Adds a callback that is known to want the event; it takes its place in the order. */
    void add(Event event, Callback callback) {
        List<Callback> listening = of(event);
        listening.add(callback);
        listening.sort(ORDER);
    }

    List<Callback> of(Event event) {
        return byEvent.computeIfAbsent(event, ignored -> new ArrayList<>());
    }
}
