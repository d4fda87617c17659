package dev.migratedb.internal.script;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a file, found without a database.
 *
 * @param code what kind of problem this is
 * @param position the place; null where the problem has none inside of a file
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record ScriptProblem(ErrorCode code, @Nullable ScriptPosition position, String message, String remedy) {}
