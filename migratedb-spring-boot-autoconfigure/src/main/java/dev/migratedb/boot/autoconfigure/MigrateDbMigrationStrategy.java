package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;

/**
 * A bean that decides how the database is migrated at startup. Without one, {@link MigrateDb#migrate()} is called. It is
 * not asked where {@code migratedb.mode} says that nothing is to be migrated. One that {@link MigrateDbInstance} assigns to an instance is
 * asked for that instance only, and in place of one that is not assigned.
 */
@FunctionalInterface
public interface MigrateDbMigrationStrategy {

    /**
     * Called once for each {@link MigrateDb} bean, before the other beans of the application are created. An exception
     * ends the start.
     */
    void migrate(MigrateDb migrateDb);
}
