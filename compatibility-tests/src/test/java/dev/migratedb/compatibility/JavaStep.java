package dev.migratedb.compatibility;

import org.jspecify.annotations.Nullable;

/**
 * A migration in Java that both engines get, each by its own interface.
 *
 * @param version null for a repeatable one
 * @param checksum null for none
 * @param sql the statement that it runs
 * @param isBaseline whether a new history may begin with it
 */
record JavaStep(
        @Nullable String version,
        String description,
        @Nullable Integer checksum,
        String sql,
        boolean isBaseline) {

    JavaStep(@Nullable String version, String description, @Nullable Integer checksum, String sql) {
        this(version, description, checksum, sql, false);
    }

    static JavaStep baseline(String version, String description, String sql) {
        return new JavaStep(version, description, null, sql, true);
    }
}
