package dev.migratedb.internal.script;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder as it was met in a script.
 *
 * @param source as it is written; only its prefix where its suffix was not found
 * @param name null where its suffix was not found
 * @param value what takes its place; null where it has no value
 */
record Placeholder(
        String source, @Nullable String name, @Nullable String value) {}
