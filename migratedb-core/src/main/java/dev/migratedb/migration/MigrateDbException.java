package dev.migratedb.migration;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of MigrateDB. Unchecked. The message tells place, cause, state of the database and remedy.
 */
public class MigrateDbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode errorCode;

    public MigrateDbException(ErrorCode errorCode, String message) {
        this(errorCode, message, null);
    }

    public MigrateDbException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    /** What kind of thing went wrong. */
    public ErrorCode errorCode() {
        return errorCode;
    }
}
