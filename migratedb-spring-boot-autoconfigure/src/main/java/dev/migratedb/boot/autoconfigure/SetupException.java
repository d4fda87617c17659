package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;

/** The application is set up in a way that leaves the engine without something it needs. Nothing was changed. */
final class SetupException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    SetupException(String description, String action) {
        this(description, action, null);
    }

    SetupException(String description, String action, @Nullable Throwable cause) {
        super(ErrorCode.CONFIGURATION, description + " " + action, cause);
        this.description = description;
        this.action = action;
    }

    /** What is wrong. */
    String description() {
        return description;
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
