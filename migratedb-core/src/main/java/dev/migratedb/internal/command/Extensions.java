package dev.migratedb.internal.command;

import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.internal.discovery.FoundClasses;

/** Completes what code of the user takes part. Once per engine, so that callbacks may remember from run to run. */
public final class Extensions {

    private Extensions() {}

    /**
     * Adds what is found on the class path to what is given.
     *
     * @throws dev.migratedb.migration.MigrateDbException if a name in the settings is wrong, or a class cannot be created
     */
    public static ExtensionSettings complete(ExtensionSettings given, LocationSettings locations) {
        return FoundClasses.addedTo(given, locations);
    }
}
