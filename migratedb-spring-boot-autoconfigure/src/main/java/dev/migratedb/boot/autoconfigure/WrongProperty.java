package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.MigrateDbException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Adds to the engine's complaint about a property the place where the property was set. */
final class WrongProperty {

    private static final Pattern PROPERTY = Pattern.compile("'(migratedb\\.[a-z.-]+)'");

    private WrongProperty() {}

    /** The same failure with the place, where that is known, and with what to do. */
    static SetupException explained(MigrateDbException failure, Environment environment) {
        String message = String.valueOf(failure.getMessage());
        Matcher matcher = PROPERTY.matcher(message);
        String origin = matcher.find() ? origin(matcher.group(1), environment) : null;
        return new SetupException(
                origin == null ? message : message + " (set in " + origin + ")",
                "Correct the property, or the MigrateDbCustomizer bean that sets it.",
                failure);
    }

    private static @Nullable String origin(String property, Environment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null && found.getOrigin() != null) {
                return found.getOrigin().toString();
            }
        }
        return null;
    }
}
