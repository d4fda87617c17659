package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.Event;
import org.springframework.core.DecoratingProxy;
import org.springframework.util.ClassUtils;

/** How callbacks are called in the log and in messages. */
final class CallbackNames {

    private CallbackNames() {}

    /** For the log: what it is, its event and its name. */
    static String title(Event event, Callback callback) {
        String kind = callback instanceof FileCallback file ? file.kind() : "Java";
        String name = callback.getCallbackName();
        return kind + " callback: " + event.id() + (name == null || name.isEmpty() ? "" : " - " + name);
    }

    /** The file, or the class of the user, that has to be looked at when it fails. */
    static String source(Callback callback) {
        if (callback instanceof FileCallback file) {
            return file.file();
        }
        Class<?> userClass = callback instanceof DecoratingProxy proxy
                ? proxy.getDecoratedClass()
                : ClassUtils.getUserClass(callback);
        return userClass.getName();
    }
}
