package dev.migratedb.result;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.ScriptPosition;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a run must not start.
 *
 * @param code what kind of problem this is
 * @param migration the migration it is about; null where it is about none, or where the migration could not be read
 * @param position the place in a file; null where there is none
 * @param message what is wrong, in one or a few sentences
 * @param remedy what to do about it
 */
public record Problem(
        ErrorCode code,
        @Nullable MigrationInfo migration,
        @Nullable ScriptPosition position,
        String message,
        String remedy) {}
