package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.core.metrics.StartupStep;

/**
 * The bean that stands for migrated databases: whatever is injected with it, or depends on it, is created after the
 * migrations ran. Spring Boot lets everything that it knows to use the database depend on it; other beans may be
 * annotated with {@link org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization}.
 *
 * <p>Migrations run before the first ordinary bean is created, so few beans need that.
 */
public final class MigrateDbMigrationInitializer {

    private static final Logger logger = LoggerFactory.getLogger(MigrateDbMigrationInitializer.class);

    /** The name of the bean. */
    static final String BEAN_NAME = "migrateDbMigrationInitializer";

    private final ConfigurableListableBeanFactory beanFactory;
    private final StartAvailability availability;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean begun;
    private @Nullable RuntimeException failure;

    MigrateDbMigrationInitializer(ConfigurableListableBeanFactory beanFactory, StartAvailability availability) {
        this.beanFactory = beanFactory;
        this.availability = availability;
    }

    /**
     * Migrates, or does what else the mode says, when called for the first time, and from then on only tells how that ended. Returns at once to beans
     * that the migrations themselves need; other threads wait for the end.
     */
    void migrateOnce() {
        lock.lock();
        try {
            if (!begun) {
                begun = true;
                start();
            } else if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        EntityManagerFactoryGuard guard = EntityManagerFactoryGuard.ofThisThread(beanFactory.getBeanClassLoader());
        beanFactory.addBeanPostProcessor(guard);
        try {
            EngineStart start = new EngineStart(properties(), this::migrate);
            if (start.needsEngine()) {
                availability.aliveButNotReady();
                // not eagerly: a factory would be created only to find out that it makes no engine
                beanFactory
                        .getBeanProvider(MigrateDb.class, false)
                        .orderedStream()
                        .forEach(engine -> run(start, engine));
            } else {
                start.tellOff();
            }
        } catch (RuntimeException ex) {
            failure = ex;
            throw ex;
        } finally {
            if (beanFactory instanceof AbstractBeanFactory abstractBeanFactory) {
                abstractBeanFactory.getBeanPostProcessors().remove(guard);
            }
        }
    }

    private void run(EngineStart start, MigrateDb engine) {
        String instance = nameOf(engine);
        StartupStep step =
                beanFactory.getApplicationStartup().start("migratedb.run").tag("instance", instance);
        try {
            start.run(engine);
        } catch (RuntimeException ex) {
            beanFactory.getBeanProvider(RunEvents.class).ifAvailable(events -> events.failedAtStart(instance, ex));
            throw ex;
        } finally {
            step.end();
        }
    }

    private String nameOf(MigrateDb engine) {
        return Arrays.stream(beanFactory.getBeanNamesForType(MigrateDb.class, true, false))
                .filter(name -> beanFactory.getBean(name) == engine)
                .findFirst()
                .orElseThrow();
    }

    private MigrateDbProperties properties() {
        return beanFactory.getBeanProvider(MigrateDbProperties.class, false).getIfAvailable(MigrateDbProperties::new);
    }

    private void migrate(MigrateDb migrateDb) {
        MigrateDbMigrationStrategy strategy = beanFactory
                .getBeanProvider(MigrateDbMigrationStrategy.class, false)
                .getIfAvailable();
        if (strategy == null) {
            migrateDb.migrate();
            return;
        }
        // it may do nothing, and say nothing
        logger.info(
                "The migration is left to the MigrateDbMigrationStrategy of the application ({})",
                strategy.getClass().getName());
        strategy.migrate(migrateDb);
    }
}
