package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** What the name of a file says. */
sealed interface FileName {

    /** A migration that will be run. */
    record OfMigration(MigrationKind kind, @Nullable MigrationVersion version, String description)
            implements FileName {}

    /** A callback. */
    record OfCallback(Event event, String description) implements FileName {}

    /**
     * A file that nothing will run, although it is a SQL file, or has the name of a migration or callback.
     *
     * @param advice how it should be named, or why it is not run
     * @param meansCallback whether it was probably meant to be a callback
     */
    record OfNothing(String advice, boolean meansCallback) implements FileName {}

    /** Any other file. */
    record Foreign() implements FileName {}
}
