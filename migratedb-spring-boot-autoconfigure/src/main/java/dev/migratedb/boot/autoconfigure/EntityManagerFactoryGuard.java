package dev.migratedb.boot.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Refuses to create an {@code EntityManagerFactory} during a run. It would look for tables that are not there yet, and
 * end in errors that do not name the cause.
 */
final class EntityManagerFactoryGuard implements InstantiationAwareBeanPostProcessor {

    private static final String ENTITY_MANAGER_FACTORY = "jakarta.persistence.EntityManagerFactory";
    private static final String ENTITY_MANAGER = "jakarta.persistence.EntityManager";

    private final Thread runner;
    private final ConfigurableListableBeanFactory beanFactory;
    private final @Nullable Class<?> entityManagerFactory;

    private EntityManagerFactoryGuard(
            Thread runner, ConfigurableListableBeanFactory beanFactory, @Nullable Class<?> entityManagerFactory) {
        this.runner = runner;
        this.beanFactory = beanFactory;
        this.entityManagerFactory = entityManagerFactory;
    }

    /** A guard that minds what the current thread creates. */
    static EntityManagerFactoryGuard ofThisThread(ConfigurableListableBeanFactory beanFactory) {
        ClassLoader classLoader = beanFactory.getBeanClassLoader();
        Class<?> type = ClassUtils.isPresent(ENTITY_MANAGER_FACTORY, classLoader)
                ? ClassUtils.resolveClassName(ENTITY_MANAGER_FACTORY, classLoader)
                : null;
        return new EntityManagerFactoryGuard(Thread.currentThread(), beanFactory, type);
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

    /**
     * Adds the cause to a failure that only says that there is no {@code EntityManager}: the container gets that from the factory, and has
     * none as long as the factory is not there.
     */
    void explain(RuntimeException failure) {
        if (entityManagerFactory == null) {
            return;
        }
        String[] factories =
                BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, entityManagerFactory, true, false);
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (factories.length > 0
                    && cause instanceof NoSuchBeanDefinitionException missing
                    && isOfJpa(missing.getResolvableType(), entityManagerFactory)) {
                missing.addSuppressed(new EntityManagerFactoryNeededException(factories[0]));
            }
        }
    }

    private static boolean isOfJpa(@Nullable ResolvableType missing, Class<?> entityManagerFactory) {
        Class<?> type = missing == null ? null : missing.resolve();
        return type != null
                && (entityManagerFactory.isAssignableFrom(type)
                        || ClassUtils.resolveClassName(ENTITY_MANAGER, entityManagerFactory.getClassLoader())
                                .isAssignableFrom(type));
    }

    private static boolean makes(Class<?> product, Class<?> beanClass) {
        Class<?> made = FactoryBean.class.isAssignableFrom(beanClass)
                ? ResolvableType.forClass(FactoryBean.class, beanClass).resolveGeneric()
                : beanClass;
        return made != null && product.isAssignableFrom(made);
    }
}
