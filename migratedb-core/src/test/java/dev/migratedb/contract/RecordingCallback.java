package dev.migratedb.contract;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Writes down which events fire, and does more at them when told to. */
class RecordingCallback implements Callback {

    private final List<String> fired = new ArrayList<>();
    private final BiConsumer<Event, CallbackContext> more;

    RecordingCallback() {
        this((event, context) -> {});
    }

    RecordingCallback(BiConsumer<Event, CallbackContext> more) {
        this.more = more;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return true;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        fired.add(event.id());
        more.accept(event, context);
    }

    /** The events since the last call of {@link #clear}, joined by blanks. */
    String fired() {
        return fired.stream().collect(Collectors.joining(" "));
    }

    void clear() {
        fired.clear();
    }
}
