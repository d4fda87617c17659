package dev.migratedb.boot.autoconfigure;

import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Hands out the initializer after its run.
 *
 * <p>A factory, because the container may ask it again while it is at work: a migration that needs a {@code JdbcClient}
 * needs a bean that depends on the initializer. An ordinary bean that is being created would be refused as a circular
 * reference. A smart one, because of that the container keeps no product which it got in the middle of the run.
 */
final class MigrationInitializerFactoryBean implements SmartFactoryBean<MigrateDbMigrationInitializer> {

    private final MigrateDbMigrationInitializer initializer;

    MigrationInitializerFactoryBean(ConfigurableListableBeanFactory beanFactory, ApplicationEventPublisher publisher) {
        this.initializer = new MigrateDbMigrationInitializer(beanFactory, new StartAvailability(publisher));
    }

    @Override
    public MigrateDbMigrationInitializer getObject() {
        initializer.migrateOnce();
        return initializer;
    }

    @Override
    public Class<?> getObjectType() {
        return MigrateDbMigrationInitializer.class;
    }
}
