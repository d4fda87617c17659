package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Which engines there are, and what each of them does when the application starts. */
final class PlannedStarts {

    private static final Logger logger = LoggerFactory.getLogger(MigrateDbMigrationInitializer.class);

    private final ConfigurableListableBeanFactory beanFactory;
    private final MigrateDbProperties properties;
    private final Instances instances;
    private final EngineStart unnamed;

    PlannedStarts(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
        this.properties =
                beanFactory.getBeanProvider(MigrateDbProperties.class, false).getIfAvailable(MigrateDbProperties::new);
        this.instances = beanFactory.getBeanProvider(Instances.class, false).getIfAvailable(Instances::none);
        this.unnamed = new EngineStart(null, properties, properties.getCommand(), engine -> migrate(engine, null));
    }

    /**
     * Checks what must be right before the first of them runs.
     *
     * @throws SetupException if the instances, or the beans that are assigned to them, are set up wrongly
     */
    void check() {
        new InstanceChecks(instances, beanFactory).check();
    }

    /** Whether an engine is used at all, so that it, and the migrations that are beans, must be there early. */
    boolean needEngines() {
        if (TrainingRun.leavesDatabaseAlone(properties)) {
            return false;
        }
        return instances.isEmpty()
                ? unnamed.needsEngine()
                : ofInstances().anyMatch(start -> start.start().needsEngine());
    }

    /**
     * All of them: the instances, each after those that it depends on, then the engines of the application's own. Each is
     * made when it is its turn.
     */
    void each(Consumer<PlannedStart> consumer) {
        if (TrainingRun.leavesDatabaseAlone(properties)) {
            logger.info(
                    "Nothing happens to the database, since 'spring.context.exit' makes this start a training run; with"
                            + " 'migratedb.run-in-training=true' it does");
            return;
        }
        if (instances.isEmpty() && !unnamed.needsEngine()) {
            unnamed.tellOff();
            return;
        }
        if (instances.isEmpty()) {
            // not eagerly: a factory would be created only to find out that it makes no engine
            beanFactory
                    .getBeanProvider(MigrateDb.class, false)
                    .orderedStream()
                    .map(engine -> new PlannedStart(nameOf(engine), unnamed, () -> engine))
                    .forEach(consumer);
            return;
        }
        instances.tellDisabled();
        Stream.concat(ofInstances(), besides()).forEach(consumer);
    }

    private Stream<PlannedStart> ofInstances() {
        return instances.enabled().stream().map(this::start);
    }

    private PlannedStart start(Instance instance) {
        EngineStart start = new EngineStart(
                instance.name(), instance.properties(), properties.getCommand(), engine -> migrate(engine, instance));
        return new PlannedStart(
                instance.name(), start, () -> beanFactory.getBean(instance.engineBean(), MigrateDb.class));
    }

    private String nameOf(MigrateDb engine) {
        return Arrays.stream(beanFactory.getBeanNamesForType(MigrateDb.class, true, false))
                .filter(name -> beanFactory.getBean(name) == engine)
                .findFirst()
                .orElseThrow();
    }

    private Stream<PlannedStart> besides() {
        Set<String> ofInstances =
                instances.enabled().stream().map(Instance::engineBean).collect(Collectors.toSet());
        return Arrays.stream(beanFactory.getBeanNamesForType(MigrateDb.class, true, false))
                .filter(name -> !ofInstances.contains(name)
                        && beanFactory.getMergedBeanDefinition(name).isAutowireCandidate())
                .map(name -> new PlannedStart(name, unnamed, () -> beanFactory.getBean(name, MigrateDb.class)));
    }

    private void migrate(MigrateDb engine, @Nullable Instance instance) {
        MigrateDbMigrationStrategy strategy =
                new Assignment(beanFactory, instance).thisOrForAll(MigrateDbMigrationStrategy.class);
        if (strategy == null) {
            engine.migrate();
            return;
        }
        // it may do nothing, and say nothing
        logger.info(
                "The migration{} is left to the MigrateDbMigrationStrategy of the application ({})",
                instance == null ? "" : " of instance '" + instance.name() + "'",
                strategy.getClass().getName());
        strategy.migrate(engine);
    }
}
