package dev.migratedb.compatibility;

import org.jspecify.annotations.Nullable;

/**
 * A migration in Java that both engines get, each by its own interface.
 *
 * @param version null for a repeatable one
 * @param checksum null for none
 * @param sql the statement that it runs
 */
record JavaStep(
        @Nullable String version,
        String description,
        @Nullable Integer checksum,
        String sql) {}
