package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.OrderUtils;

/**
 * The beans of the application that take part in migrations.
 *
 * <p>Only beans whose type is known without creating them: a factory that has to be asked for its type would be created
 * before the migration, together with all that it needs.
 */
final class Participants {

    private final ConfigurableListableBeanFactory beanFactory;
    private final Assignment assignment;

    /**
     * Creates them.
     *
     * @param instance in which they take part; null where there are no instances
     */
    Participants(ConfigurableListableBeanFactory beanFactory, @Nullable Instance instance) {
        this.beanFactory = beanFactory;
        this.assignment = new Assignment(beanFactory, instance);
    }

    JavaMigration[] javaMigrations() {
        return beans(JavaMigration.class).values().toArray(JavaMigration[]::new);
    }

    MigrationResolver[] resolvers() {
        return beans(MigrationResolver.class).values().toArray(MigrationResolver[]::new);
    }

    /**
     * Callbacks, each of which tells its order by itself, also where the method has it that defines the bean, and what listens to every
     * engine.
     *
     * @param instance how the engine is called
     */
    Callback[] callbacks(String instance) {
        Stream<Callback> beans = beans(Callback.class).entrySet().stream()
                .map(entry -> withOrderOfDefinition(entry.getKey(), entry.getValue()));
        Stream<Callback> listeners = beanFactory.getBeanProvider(EngineObservers.class, false).stream()
                .map(listener -> listener.of(instance));
        return Stream.concat(beans, listeners).toArray(Callback[]::new);
    }

    /** What changes the settings, in order: what is for all instances, too. */
    Stream<MigrateDbCustomizer> customizers() {
        return assignment.forAllOrThis(MigrateDbCustomizer.class);
    }

    private Callback withOrderOfDefinition(String name, Callback callback) {
        Integer order = orderOfDefinition(name);
        return order == null ? callback : new OrderedCallback(callback, order);
    }

    private @Nullable Integer orderOfDefinition(String name) {
        if (!beanFactory.containsBeanDefinition(name)) {
            return null;
        }
        BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
        if (definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer order) {
            return order;
        }
        Method factoryMethod = definition instanceof RootBeanDefinition root ? root.getResolvedFactoryMethod() : null;
        return factoryMethod == null ? null : OrderUtils.getOrder(factoryMethod);
    }

    private <T> Map<String, T> beans(Class<T> type) {
        Map<String, T> beans = new LinkedHashMap<>();
        for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)) {
            if (isCandidate(name) && assignment.takesPart(name)) {
                beans.put(name, beanFactory.getBean(name, type));
            }
        }
        return beans;
    }

    private boolean isCandidate(String name) {
        return !beanFactory.containsBeanDefinition(name)
                || beanFactory.getMergedBeanDefinition(name).isAutowireCandidate();
    }
}
