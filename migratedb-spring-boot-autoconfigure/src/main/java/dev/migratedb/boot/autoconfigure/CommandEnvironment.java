package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps an application that is started for one command from becoming a web application. After everything that brings
 * properties, since any of it may bring the command.
 */
final class CommandEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String COMMAND = "migratedb.command";

    /** Whether the application is started for one command. */
    static boolean hasCommand(Environment environment) {
        return command(environment) != null;
    }

    /** The command; null if the application is started for none. */
    static @Nullable Command command(Environment environment) {
        return Binder.get(environment).bind(COMMAND, Command.class).orElse(null);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (hasCommand(environment)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(COMMAND, Map.of("spring.main.web-application-type", "none")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
