package dev.migratedb.boot.autoconfigure;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;

/** Has the migrations run before the container creates the first of the ordinary beans, lazy ones included. */
final class MigrateBeforeSingletons implements BeanFactoryInitializer<ListableBeanFactory> {

    @Override
    public void initialize(ListableBeanFactory beanFactory) {
        beanFactory.getBean(MigrateDbMigrationInitializer.BEAN_NAME);
    }
}
