package dev.migratedb.migration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What code of the user may ask about the settings of a run.
 *
 * @param instance the name of the engine, {@code default} unless there are several
 * @param defaultSchema as configured; null where the connection's own schema is used
 * @param schemas as configured
 * @param table the name of the history table
 * @param locations as configured
 * @param placeholders the user's placeholders
 * @param target how far the run goes
 * @param installedBy as configured; null where the database user is recorded
 */
public record RunSettings(
        String instance,
        @Nullable String defaultSchema,
        List<String> schemas,
        String table,
        List<String> locations,
        Map<String, String> placeholders,
        TargetVersion target,
        @Nullable String installedBy) {

    public RunSettings {
        schemas = List.copyOf(schemas);
        locations = List.copyOf(locations);
        placeholders = Map.copyOf(placeholders);
    }
}
