package dev.migratedb.callback;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.ScriptPosition;
import org.jspecify.annotations.Nullable;

/** A callback failed. The message tells everything; the same is here as fields. */
public final class CallbackFailedException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    private final Event event;
    private final String callback;
    private final transient @Nullable ScriptPosition position;

    public CallbackFailedException(
            String message, Event event, String callback, @Nullable ScriptPosition position, Throwable cause) {
        super(ErrorCode.CALLBACK_FAILED, message, cause);
        this.event = event;
        this.callback = callback;
        this.position = position;
    }

    /** The event at which it failed. */
    public Event event() {
        return event;
    }

    /** The file, or the class, of the callback. */
    public String callback() {
        return callback;
    }

    /** The place in the callback's script; null where it has none. */
    public @Nullable ScriptPosition position() {
        return position;
    }
}
