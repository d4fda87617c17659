package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;

/**
 * A bean that decides what happens to the database at startup. Without one, {@link MigrateDb#migrate()} is called.
 */
@FunctionalInterface
public interface MigrateDbMigrationStrategy {

    /**
     * Called once for each {@link MigrateDb} bean, before the other beans of the application are created. An exception
     * ends the start.
     */
    void migrate(MigrateDb migrateDb);
}
