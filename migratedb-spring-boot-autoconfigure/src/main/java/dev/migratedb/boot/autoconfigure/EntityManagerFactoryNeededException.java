package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;

/** A bean that takes part in the migration needs an {@code EntityManagerFactory}. */
final class EntityManagerFactoryNeededException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    private final String beanName;

    EntityManagerFactoryNeededException(String beanName) {
        super(
                ErrorCode.CONFIGURATION,
                "The EntityManagerFactory '" + beanName + "' was asked for while the database was being migrated. Use a"
                        + " JdbcClient in Java migrations and callbacks.");
        this.beanName = beanName;
    }

    /** The name of the {@code EntityManagerFactory}. */
    String beanName() {
        return beanName;
    }
}
