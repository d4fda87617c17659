package dev.migratedb.boot.autoconfigure;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
        EntityManagerFactoryGuard guard = EntityManagerFactoryGuard.ofThisThread(beanFactory);
        beanFactory.addBeanPostProcessor(guard);
        try {
            PlannedStarts starts = new PlannedStarts(beanFactory);
            starts.check();
            if (starts.needEngines()) {
                availability.aliveButNotReady();
            }
            starts.each(this::run);
        } catch (RuntimeException ex) {
            guard.explain(ex);
            failure = ex;
            throw ex;
        } finally {
            if (beanFactory instanceof AbstractBeanFactory abstractBeanFactory) {
                abstractBeanFactory.getBeanPostProcessors().remove(guard);
            }
        }
    }

    private void run(PlannedStart planned) {
        if (!planned.start().needsEngine()) {
            planned.start().tellOff();
            return;
        }
        StartupStep step =
                beanFactory.getApplicationStartup().start("migratedb.run").tag("instance", planned.name());
        try {
            planned.start().run(planned.engine().get());
        } catch (RuntimeException ex) {
            beanFactory
                    .getBeanProvider(RunEvents.class)
                    .ifAvailable(events -> events.failedAtStart(planned.name(), ex));
            throw ex;
        } finally {
            step.end();
        }
    }
}
