package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;

/**
 * A bean that changes the engine's settings after the properties, the callback beans and the Java-migration beans were
 * applied. Several are called in their order. Not asked where the application defines a {@link MigrateDb} bean of its
 * own.
 *
 * <p>Where there are several instances, it is called for each of them, unless {@link MigrateDbInstance} assigns it to one.
 */
@FunctionalInterface
public interface MigrateDbCustomizer {

    /** Changes settings; what is set here wins over the properties. Must not call {@link MigrateDb.Builder#load()}. */
    void customize(MigrateDb.Builder builder);
}
