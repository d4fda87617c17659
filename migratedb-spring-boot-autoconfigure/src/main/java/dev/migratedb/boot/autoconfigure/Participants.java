package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * The beans of the application that take part in migrations.
 *
 * <p>Only beans whose type is known without creating them: a factory that has to be asked for its type would be created
 * before the migration, together with all that it needs.
 */
final class Participants {

    private static final Logger logger = LoggerFactory.getLogger(Participants.class);

    private final ConfigurableListableBeanFactory beanFactory;
    private final @Nullable Instance instance;
    private final Assignment assignment;

    /**
     * Creates them.
     *
     * @param instance in which they take part; null where there are no instances
     */
    Participants(ConfigurableListableBeanFactory beanFactory, @Nullable Instance instance) {
        this.beanFactory = beanFactory;
        this.instance = instance;
        this.assignment = new Assignment(beanFactory, instance);
    }

    /** Those that run at the start; what is marked with {@link AfterStartup} is left alone. */
    JavaMigration[] javaMigrations() {
        return names(JavaMigration.class)
                .filter(name -> !AfterStartupEngines.isMarked(beanFactory, name))
                .map(name -> beanFactory.getBean(name, JavaMigration.class))
                .toArray(JavaMigration[]::new);
    }

    /** The names of those that run after the start. */
    List<String> markedNames() {
        return names(JavaMigration.class)
                .filter(name -> AfterStartupEngines.isMarked(beanFactory, name))
                .toList();
    }

    /** The names of all that run after the start, for whichever instance. */
    static List<String> allMarked(ConfigurableListableBeanFactory beanFactory) {
        return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                        beanFactory, JavaMigration.class, true, false))
                .filter(name -> AfterStartupEngines.isMarked(beanFactory, name))
                .toList();
    }

    /** Those that run after the start. */
    JavaMigration[] markedMigrations() {
        return markedNames().stream().flatMap(name -> marked(name).stream()).toArray(JavaMigration[]::new);
    }

    private Optional<JavaMigration> marked(String name) {
        try {
            return Optional.of(beanFactory.getBean(name, JavaMigration.class));
        } catch (UnsatisfiedDependencyException ex) {
            if (!ComponentsInSlices.mayLackDependencies(beanFactory, name)) {
                throw ex;
            }
            logger.warn(
                    "The migration '{}' is left out of this test, since the slice has left out what it needs: {}",
                    name,
                    ex.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Tells classes of which there is no bean: one that has another instance, or runs after the start, is not found as a class, too.
     *
     * <p>Throws a {@link SetupException} if such a class is marked with {@link AfterStartup}, which would be without effect.
     */
    Predicate<Class<?>> isNoBean() {
        Set<Class<?>> types = new HashSet<>();
        for (Class<?> type : List.of(JavaMigration.class, Callback.class)) {
            for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)) {
                Class<?> known = beanFactory.getType(name, false);
                if (known != null) {
                    types.add(ClassUtils.getUserClass(known));
                }
            }
        }
        return found -> !types.contains(found) && !isMarkedClass(found);
    }

    private boolean isMarkedClass(Class<?> found) {
        if (!AfterStartupEngines.isMarked(found)) {
            return false;
        }
        if (!ComponentsInSlices.areIn(beanFactory)) {
            throw new SetupException(
                    "The class " + found.getName()
                            + " is marked with @AfterStartup and lies in a location, but is not the class of a bean; only beans"
                            + " run after the start.",
                    "Make it a bean, by @Component or by a @Bean method that returns this class, or take it out of"
                            + " 'migratedb.locations'.");
        }
        logger.warn("The migration {} is left out of this test, since the slice has no bean of it", found.getName());
        return true;
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
        return Stream.concat(beans, Arrays.stream(observers(instance))).toArray(Callback[]::new);
    }

    /**
     * What listens to every engine, and is no callback of the application.
     *
     * @param instance how the engine is called
     */
    Callback[] observers(String instance) {
        return beanFactory.getBeanProvider(EngineObservers.class, false).stream()
                .map(listener -> listener.of(instance))
                .toArray(Callback[]::new);
    }

    /** What changes the settings, in order: what is for all instances, too. */
    Stream<MigrateDbCustomizer> customizers() {
        return assignment.forAllOrThis(MigrateDbCustomizer.class);
    }

    /**
     * What begins transactions of the application on a database; null if there is nothing. Of a database that only an instance has,
     * that is one which is assigned to it: those of the application are on other databases.
     */
    @Nullable
    PlatformTransactionManager transactionManager(MigrationDataSource database) {
        boolean ofInstanceOnly = instance != null && database.application() == null;
        return ofInstanceOnly && !assignment.hasAssigned(PlatformTransactionManager.class)
                ? null
                : assignment.thisOrForAll(PlatformTransactionManager.class);
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
        names(type).forEach(name -> beans.put(name, beanFactory.getBean(name, type)));
        return beans;
    }

    private Stream<String> names(Class<?> type) {
        return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false))
                .filter(name -> isCandidate(name) && assignment.takesPart(name));
    }

    private boolean isCandidate(String name) {
        return !beanFactory.containsBeanDefinition(name)
                || beanFactory.getMergedBeanDefinition(name).isAutowireCandidate();
    }
}
