package dev.migratedb.configuration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas a run cares about.
 *
 * @param schemas those that are managed, in order; empty means the connection's own
 * @param defaultSchema where the history table is, and what unqualified names mean in migrations; null means the first of
 *     {@code schemas}, and without any the connection's own
 * @param create whether missing ones are created
 */
public record SchemaSettings(List<String> schemas, @Nullable String defaultSchema, boolean create) {

    /** The connection's own schema. */
    public static final SchemaSettings DEFAULT = new SchemaSettings(List.of(), null, true);

    public SchemaSettings {
        schemas = Settings.texts("schemas", schemas);
        if (defaultSchema != null) {
            Settings.text("default-schema", defaultSchema);
        }
        if (schemas.stream().distinct().count() != schemas.size()) {
            throw Settings.wrong("schemas", "must not name a schema twice, but is " + schemas);
        }
    }

    /** The schema that was asked for by either setting; null means the connection's own. */
    public @Nullable String effectiveDefault() {
        return defaultSchema != null ? defaultSchema : schemas.isEmpty() ? null : schemas.get(0);
    }

    /** Everything that is managed by name: the default schema first, then the others in their order. */
    public List<String> managed() {
        if (defaultSchema == null || schemas.contains(defaultSchema)) {
            return schemas;
        }
        return Stream.concat(Stream.of(defaultSchema), schemas.stream()).toList();
    }
}
