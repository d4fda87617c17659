package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.MigrateDbException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/** Adds to the engine's complaint about a property the place where the property was set. */
final class WrongProperty {

    private static final Pattern PROPERTY = Pattern.compile("'(migratedb\\.[a-z.-]+)'");

    private WrongProperty() {}

    /**
     * The same failure with the place, where that is known, and with what to do.
     *
     * @param instance whose engine complains, by the names that properties have without instances; null where there are none
     */
    static SetupException explained(MigrateDbException failure, Environment environment, @Nullable Instance instance) {
        String message = String.valueOf(failure.getMessage());
        Matcher matcher = PROPERTY.matcher(message);
        String property = matcher.find() ? matcher.group(1) : null;
        String described = message;
        if (instance != null) {
            described = "Instance '" + instance.name() + "': "
                    + PROPERTY.matcher(message)
                            .replaceAll(found ->
                                    "'" + Matcher.quoteReplacement(asSet(found.group(1), instance, environment)) + "'");
            property = property == null ? null : asSet(property, instance, environment);
        }
        String origin = property == null ? null : origin(property, environment);
        return new SetupException(
                origin == null ? described : described + " (set in " + origin + ")",
                "Correct the property, or the MigrateDbCustomizer bean that sets it.",
                failure);
    }

    /** The property of the instance, where that is set, else that of the application. */
    private static String asSet(String property, Instance instance, Environment environment) {
        String ofInstance = instance.key() + property.substring(DataSourceChoice.MIGRATEDB.length());
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(ofInstance, '.');
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source.getConfigurationProperty(name) != null
                    || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
                return ofInstance;
            }
        }
        return property;
    }

    private static @Nullable String origin(String property, Environment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null && found.getOrigin() != null) {
                return found.getOrigin().toString();
            }
        }
        return null;
    }
}
