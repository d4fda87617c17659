package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/** A callback with the order that the definition of its bean has. */
final class OrderedCallback implements Callback, Ordered, DecoratingProxy {

    private final Callback callback;
    private final int order;

    OrderedCallback(Callback callback, int order) {
        this.callback = callback;
        this.order = order;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return callback.supports(event, context);
    }

    @Override
    public boolean canHandleInTransaction(Event event, CallbackContext context) {
        return callback.canHandleInTransaction(event, context);
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        callback.handle(event, context);
    }

    @Override
    public String getCallbackName() {
        return callback.getCallbackName();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public Class<?> getDecoratedClass() {
        return callback instanceof DecoratingProxy proxy
                ? proxy.getDecoratedClass()
                : ClassUtils.getUserClass(callback);
    }
}
