package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * One of the engines that the properties name.
 *
 * @param name as it is written there
 * @param properties its own, and all others that it has from the application
 * @param own which of the keys that say where a database is are set for this instance only
 * @param primary whether unassigned beans take part
 */
record Instance(String name, InstanceProperties properties, OwnKeys own, boolean primary) {

    /** Where all of them are. */
    static final ConfigurationPropertyName ALL = ConfigurationPropertyName.of("migratedb.instances");

    private static final String ENGINE = "MigrateDb";
    private static final String DATABASE = "MigrationDataSource";

    /**
     * Which of the keys that say where a database is are set for one instance only.
     *
     * @param url whether that is
     * @param user whether that is
     */
    record OwnKeys(boolean url, boolean user) {}

    /** The prefix of its properties. */
    String key() {
        return key(name);
    }

    static String key(String name) {
        return ALL + "." + name;
    }

    /** The name of the bean of its engine. */
    String engineBean() {
        return name + ENGINE;
    }

    /** The name of the bean that tells its database. */
    String databaseBean() {
        return engineBean() + DATABASE;
    }

    /** Whether a bean of this name may be the engine of an instance, or of an application that has only one. */
    static boolean isEngineBean(String beanName) {
        return beanName.equals("migrateDb") || beanName.endsWith(ENGINE);
    }

    /** How an engine is called: an instance by its name, any other engine by that of its bean. */
    static String nameOf(String beanName, MigrateDb engine) {
        String instance = engine.settings().instance();
        return beanName.equals(instance + ENGINE) ? instance : beanName;
    }

    /** Engines by how they are called. */
    static Map<String, MigrateDb> byName(Map<String, MigrateDb> beans) {
        Map<String, MigrateDb> engines = new LinkedHashMap<>();
        beans.forEach((beanName, engine) -> engines.put(nameOf(beanName, engine), engine));
        return engines;
    }
}
