package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.JavaMigration;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;

/** Where there is no database, says so: as a warning if something waits to be migrated, else as an information. */
final class NoDatabaseCheck implements BeanFactoryInitializer<ListableBeanFactory> {

    private static final Logger logger = LoggerFactory.getLogger(NoDatabaseCheck.class);

    private final MigrateDbProperties properties;
    private final Instances instances;
    private final ResourcePatternResolver resolver;

    NoDatabaseCheck(MigrateDbProperties properties, Instances instances, ResourceLoader resourceLoader) {
        this.properties = properties;
        this.instances = instances;
        this.resolver = ResourcePatternUtils.getResourcePatternResolver(resourceLoader);
    }

    @Override
    public void initialize(ListableBeanFactory beanFactory) {
        if (properties.getCommand() != null) {
            throw new SetupException(
                    "The command '" + properties.getCommand() + "' of 'migratedb.command' cannot be carried out: the"
                            + " application has no DataSource, and 'migratedb.url' is not set.",
                    "Set 'spring.datasource.url' (and do not exclude DataSourceAutoConfiguration), or set"
                            + " 'migratedb.url'.");
        }
        Optional<String> waiting = waiting(beanFactory);
        if (waiting.isPresent()) {
            logger.warn(
                    "MigrateDB has no database to migrate, although there is {}: the application has no DataSource, and"
                            + " 'migratedb.url' is not set. Set 'spring.datasource.url' (and do not exclude"
                            + " DataSourceAutoConfiguration), or set 'migratedb.url', or switch migrations off by"
                            + " 'migratedb.enabled=false'.",
                    waiting.get());
        } else {
            logger.info("MigrateDB has nothing to do: there is no DataSource, and there are no migrations");
        }
    }

    private Optional<String> waiting(ListableBeanFactory beanFactory) {
        String[] migrations = beanFactory.getBeanNamesForType(JavaMigration.class, true, false);
        return migrations.length > 0
                ? Optional.of("the Java migration '" + migrations[0] + "'")
                : locations().map(this::firstScript).flatMap(Optional::stream).findFirst();
    }

    private Stream<String> locations() {
        return instances.isEmpty()
                ? properties.getLocations().stream()
                : instances.enabled().stream()
                        .flatMap(instance -> instance.properties().getLocations().stream()
                                .map(location -> location.replace("{instance}", instance.name())));
    }

    private Optional<String> firstScript(String location) {
        try {
            for (Resource resource : resolver.getResources(pattern(location))) {
                String name = resource.getFilename();
                if (name != null
                        && properties.getSqlMigrationSuffixes().stream().anyMatch(name::endsWith)) {
                    return Optional.of(resource.getDescription());
                }
            }
            return Optional.empty();
        } catch (IOException ex) {
            // a location that cannot be listed holds nothing that could be told
            return Optional.empty();
        }
    }

    private static String pattern(String location) {
        String folder = location.trim().replace("{vendor}", "*");
        if (folder.startsWith("filesystem:")) {
            folder = "file:" + folder.substring("filesystem:".length());
        } else if (folder.startsWith("classpath:")) {
            folder = "classpath*:" + folder.substring("classpath:".length());
        } else if (!folder.contains(":")) {
            folder = "classpath*:" + folder;
        }
        return folder.endsWith("/") ? folder + "**/*" : folder + "/**/*";
    }
}
