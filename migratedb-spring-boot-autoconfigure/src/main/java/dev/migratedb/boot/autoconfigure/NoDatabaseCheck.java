package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.StartProperties.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.ResourceLoader;

/**
 * Where there is no database, says so: as a warning if something waits to be migrated, else as an information. An engine that is
 * switched off needs none, and says that it is switched off.
 */
final class NoDatabaseCheck implements BeanFactoryInitializer<ListableBeanFactory> {

    private static final Logger logger = LoggerFactory.getLogger(NoDatabaseCheck.class);

    private final MigrateDbProperties properties;
    private final Instances instances;
    private final WaitingMigrations waiting;

    NoDatabaseCheck(MigrateDbProperties properties, Instances instances, ResourceLoader resourceLoader) {
        this.properties = properties;
        this.instances = instances;
        this.waiting = new WaitingMigrations(resourceLoader);
    }

    /**
     * An engine that there would be.
     *
     * @param instance how it is called; null where there is only one
     */
    private record Engine(@Nullable String instance, EngineProperties properties) {

        List<String> locations() {
            return properties.getLocations().stream()
                    .map(location -> instance == null ? location : location.replace("{instance}", instance))
                    .toList();
        }

        void tellOff() {
            new EngineStart(instance, properties, null, engine -> {}).tellOff();
        }
    }

    @Override
    public void initialize(ListableBeanFactory beanFactory) {
        if (properties.getCommand() != null) {
            throw commandWithoutDatabase();
        }
        instances.tellDisabled();
        List<Engine> migrating = new ArrayList<>();
        for (Engine engine : engines()) {
            if (engine.properties().getMode() == Mode.OFF) {
                engine.tellOff();
            } else {
                migrating.add(engine);
            }
        }
        if (!migrating.isEmpty()) {
            tell(migrating, beanFactory);
        }
    }

    private List<Engine> engines() {
        return instances.isEmpty()
                ? List.of(new Engine(null, properties))
                : instances.enabled().stream()
                        .map(instance -> new Engine(instance.name(), instance.properties()))
                        .toList();
    }

    private void tell(List<Engine> migrating, ListableBeanFactory beanFactory) {
        Optional<String> found = waiting.bean(beanFactory)
                .or(() -> migrating.stream()
                        .flatMap(engine -> engine.locations().stream()
                                .map(location -> waiting.file(
                                        location, engine.properties().getSqlMigrationSuffixes())))
                        .flatMap(Optional::stream)
                        .findFirst());
        if (found.isPresent()) {
            logger.warn(
                    "MigrateDB has no database to migrate, although there is {}: the application has no DataSource, and"
                            + " 'migratedb.url' is not set. Set 'spring.datasource.url' (and do not exclude"
                            + " DataSourceAutoConfiguration), or set 'migratedb.url', or switch migrations off by"
                            + " 'migratedb.enabled=false'.",
                    found.get());
        } else {
            logger.info("MigrateDB has nothing to do: there is no DataSource, and there are no migrations");
        }
    }

    private SetupException commandWithoutDatabase() {
        String what = "The command '" + properties.getCommand() + "' of 'migratedb.command' cannot be carried out: ";
        if (!instances.isEmpty() && instances.enabled().isEmpty()) {
            String keys = instances.disabled().stream()
                    .map(instance -> "'" + instance.key() + ".enabled'")
                    .collect(Collectors.joining(", "));
            return new SetupException(
                    what + "no instance is switched on, see " + keys + ".", "Switch on one of the instances.");
        }
        return new SetupException(
                what + "the application has no DataSource, and 'migratedb.url' is not set.",
                "Set 'spring.datasource.url' (and do not exclude DataSourceAutoConfiguration), or set"
                        + " 'migratedb.url'.");
    }
}
