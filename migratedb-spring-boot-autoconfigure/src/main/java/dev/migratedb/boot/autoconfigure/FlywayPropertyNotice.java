package dev.migratedb.boot.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Warns of properties that somebody sets because Flyway has them, and that have no effect: {@code spring.flyway.*} where
 * no Flyway reads them, and names below {@code migratedb} that only Flyway has. Values are never shown.
 */
final class FlywayPropertyNotice implements BeanFactoryInitializer<ListableBeanFactory> {

    private static final Logger logger = LoggerFactory.getLogger(FlywayPropertyNotice.class);

    private static final ConfigurationPropertyName FLYWAY = ConfigurationPropertyName.of("spring.flyway");
    private static final Set<String> ONLY_OF_THE_APPLICATION = Set.of("command", "endpoint", "instances");
    private static final ConfigurationPropertyName OWN = ConfigurationPropertyName.of("migratedb");

    private final Environment environment;
    private final @Nullable ClassLoader classLoader;

    FlywayPropertyNotice(Environment environment, @Nullable ClassLoader classLoader) {
        this.environment = environment;
        this.classLoader = classLoader;
    }

    @Override
    public void initialize(ListableBeanFactory beanFactory) {
        if (!flywayReadsItsProperties()) {
            warnOfFlywaysProperties();
        }
        places(Instance.ALL, FlywayPropertyNotice::onlyOfTheApplication)
                .forEach((name, place) -> logger.warn(
                        "Property '{}.{}'{} has no effect; it is one of the application as a whole",
                        Instance.ALL,
                        name,
                        place));
        places(OWN, FlywayPropertyNotice::notOffered)
                .forEach((name, place) -> logger.warn(
                        "Property 'migratedb.{}'{} has no effect; {}",
                        name,
                        place,
                        FlywayProperties.replacement(name.replaceFirst("^instances\\.[^.]+\\.", ""))));
    }

    /** Since Spring Boot 4, the library alone does nothing: it takes the module of Spring Boot, too. */
    private boolean flywayReadsItsProperties() {
        return ClassUtils.isPresent("org.flywaydb.core.Flyway", classLoader)
                && ClassUtils.isPresent(
                        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration", classLoader);
    }

    private void warnOfFlywaysProperties() {
        Map<String, String> places = places(FLYWAY, FlywayPropertyNotice::flywaysOwn);
        if (places.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("Properties of Flyway have no effect, since there is no Flyway here:");
        places.forEach((name, place) -> text.append(System.lineSeparator())
                .append("  spring.flyway.")
                .append(name)
                .append(place)
                .append(": ")
                .append(FlywayProperties.replacement(name)));
        logger.warn("{}", text);
    }

    /** Below an instance, without whose name it is one of those of an application. */
    private static @Nullable String onlyOfTheApplication(ConfigurationPropertyName property) {
        boolean isOne = property.getNumberOfElements() > 1
                && ONLY_OF_THE_APPLICATION.contains(property.getElement(1, ConfigurationPropertyName.Form.DASHED));
        return isOne ? property.toString() : null;
    }

    private static @Nullable String notOffered(ConfigurationPropertyName property) {
        if (Instance.ALL.isAncestorOf(OWN.append(property)) && property.getNumberOfElements() > 2) {
            String below = notOffered(property.subName(2));
            return below == null ? null : property.chop(2) + "." + below;
        }
        String name = FlywayProperties.nameOf(property);
        return name != null && FlywayProperties.isNotOffered(name) ? name : null;
    }

    private static String flywaysOwn(ConfigurationPropertyName property) {
        String name = FlywayProperties.nameOf(property);
        return name == null ? property.toString() : name;
    }

    /**
     * What is set below a prefix, and where.
     *
     * @param reported from a name below the prefix to the one to report, null for none
     */
    private Map<String, String> places(
            ConfigurationPropertyName prefix, Function<ConfigurationPropertyName, @Nullable String> reported) {
        Map<String, String> places = new TreeMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            // a source that cannot list its names would have to be asked for each of them
            if (source instanceof IterableConfigurationPropertySource listed
                    && source.containsDescendantOf(prefix) == ConfigurationPropertyState.PRESENT) {
                listed.stream().filter(prefix::isAncestorOf).forEach(property -> {
                    String name = reported.apply(property.subName(prefix.getNumberOfElements()));
                    if (name != null) {
                        places.putIfAbsent(name, place(source, property));
                    }
                });
            }
        }
        return places;
    }

    private static String place(ConfigurationPropertySource source, ConfigurationPropertyName property) {
        ConfigurationProperty found = source.getConfigurationProperty(property);
        return found == null || found.getOrigin() == null ? "" : " (set in " + found.getOrigin() + ")";
    }
}
