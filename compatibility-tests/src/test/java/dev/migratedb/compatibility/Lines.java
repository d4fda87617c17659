package dev.migratedb.compatibility;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of what is compared, the same for both engines. */
final class Lines {

    private static final String JAVA = "(java)";

    private static final Set<String> CLASSES = Set.of(
            FlywayJavaMigration.class.getName(),
            FlywayBaselineMigration.class.getName(),
            MigrateDbJavaMigration.class.getName());

    private Lines() {}

    static String info(@Nullable Object version, String description, String type, String state) {
        return joined(version, description, type, state);
    }

    static String event(String id, @Nullable Object version, String description) {
        return id + " " + (version == null ? description : version);
    }

    /** The script of a migration in Java is the name of its class, and that differs between the engines. */
    static String script(String script) {
        return CLASSES.contains(script) ? JAVA : script;
    }

    static String joined(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.toString())
                .collect(Collectors.joining(" | "));
    }
}
