package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Refuses to create an {@code EntityManagerFactory} during a run. It would look for tables that are not there yet, and
 * end in errors that do not name the cause.
 */
final class EntityManagerFactoryGuard implements InstantiationAwareBeanPostProcessor {

    private static final String ENTITY_MANAGER_FACTORY = "jakarta.persistence.EntityManagerFactory";

    private final Thread runner;
    private final @Nullable Class<?> entityManagerFactory;

    private EntityManagerFactoryGuard(Thread runner, @Nullable Class<?> entityManagerFactory) {
        this.runner = runner;
        this.entityManagerFactory = entityManagerFactory;
    }

    /** A guard that minds what the current thread creates. */
    static EntityManagerFactoryGuard ofThisThread(@Nullable ClassLoader classLoader) {
        Class<?> type = ClassUtils.isPresent(ENTITY_MANAGER_FACTORY, classLoader)
                ? ClassUtils.resolveClassName(ENTITY_MANAGER_FACTORY, classLoader)
                : null;
        return new EntityManagerFactoryGuard(Thread.currentThread(), type);
    }

    @Override
    public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
        if (entityManagerFactory != null
                && Thread.currentThread() == runner
                && makes(entityManagerFactory, beanClass)) {
            throw new EntityManagerFactoryNeededException(beanName);
        }
        return null;
    }

    private static boolean makes(Class<?> product, Class<?> beanClass) {
        Class<?> made = FactoryBean.class.isAssignableFrom(beanClass)
                ? ResolvableType.forClass(FactoryBean.class, beanClass).resolveGeneric()
                : beanClass;
        return made != null && product.isAssignableFrom(made);
    }
}
