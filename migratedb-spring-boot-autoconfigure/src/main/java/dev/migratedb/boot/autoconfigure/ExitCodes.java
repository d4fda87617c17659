package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.MigrateDbException;

/** What a process ends with that has failed. */
final class ExitCodes {

    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int REFUSED = 3;
    private static final int TIME_IS_OVER = 4;

    private ExitCodes() {}

    static int of(Throwable failure) {
        if (!(failure instanceof MigrateDbException known)) {
            return FAILED;
        }
        return switch (known.errorCode()) {
            case VALIDATION,
                    NON_EMPTY_SCHEMA,
                    DUPLICATE_MIGRATION,
                    INVALID_NAME,
                    MISSING_LOCATION,
                    UNREADABLE_FILE,
                    SYNTAX,
                    UNKNOWN_PLACEHOLDER -> WRONG;
            case CLEAN_DISABLED, UNDO_IMPOSSIBLE -> REFUSED;
            case LOCK_TIMEOUT, WAIT_TIMEOUT -> TIME_IS_OVER;
            case CONFIGURATION,
                    CONNECTION,
                    UNSUPPORTED_DATABASE,
                    MIGRATION_FAILED,
                    CALLBACK_FAILED,
                    LEASE_LOST,
                    HISTORY_DAMAGED,
                    CLEAN_FAILED -> FAILED;
        };
    }
}
