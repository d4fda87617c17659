package dev.migratedb.internal.script;

import dev.migratedb.migration.ScriptPosition;

/**
 * Under which condition a script is run: {@code true}, {@code false}, comparisons with {@code ==} and {@code !=}, joined by
 * {@code &&} and {@code ||}, with parentheses and placeholders.
 *
 * @param expression as it is written
 * @param position where it is written
 */
public record Condition(String expression, ScriptPosition position) {}
