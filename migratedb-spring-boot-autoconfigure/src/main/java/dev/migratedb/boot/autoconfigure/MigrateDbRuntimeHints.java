package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Keeps the files of the default locations in a native image. Those of other locations are for the application to keep. */
final class MigrateDbRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/migration/**");
        hints.resources().registerPattern("db/callback/**");
    }
}
