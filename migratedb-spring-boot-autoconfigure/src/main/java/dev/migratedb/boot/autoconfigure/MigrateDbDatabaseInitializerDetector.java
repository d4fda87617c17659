package dev.migratedb.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Lets Spring Boot know which bean to wait for. */
final class MigrateDbDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** After Flyway's two, whose history may be taken over; before Spring Boot's own scripts. */
    private static final int ORDER = 2;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrateDbMigrationInitializer.class);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
