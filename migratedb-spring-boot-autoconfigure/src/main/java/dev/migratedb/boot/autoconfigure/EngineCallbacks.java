package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;

/** A bean that listens to the runs of every engine. It is no {@link Callback} itself, which would take part in one of them only. */
@FunctionalInterface
interface EngineCallbacks {

    /** The name of what is no business of the user's log. */
    String UNNAMED = "";

    /**
     * What listens to one engine.
     *
     * @param instance how the engine is called
     */
    Callback of(String instance);
}
