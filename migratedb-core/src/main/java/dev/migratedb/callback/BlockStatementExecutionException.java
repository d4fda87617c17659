package dev.migratedb.callback;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;

/**
 * Thrown by a callback of {@link Event#BEFORE_EACH_MIGRATE_STATEMENT} or {@link Event#BEFORE_EACH_UNDO_STATEMENT} to skip
 * that statement; the run goes on with the next one. Thrown at any other event it is an ordinary failure.
 */
public class BlockStatementExecutionException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    public BlockStatementExecutionException(String message) {
        super(ErrorCode.CALLBACK_FAILED, message);
    }

    public BlockStatementExecutionException(String message, Throwable cause) {
        super(ErrorCode.CALLBACK_FAILED, message, cause);
    }
}
