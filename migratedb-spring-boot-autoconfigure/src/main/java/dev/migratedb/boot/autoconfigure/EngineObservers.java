package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.RunObserver;

/** A bean that looks on the runs of every engine. It is no callback itself, which would take part in one of them only. */
@FunctionalInterface
interface EngineObservers {

    /**
     * What looks on one engine.
     *
     * @param instance how the engine is called
     */
    RunObserver of(String instance);
}
