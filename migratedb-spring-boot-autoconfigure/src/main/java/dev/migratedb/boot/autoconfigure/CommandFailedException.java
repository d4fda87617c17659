package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import dev.migratedb.migration.MigrateDbException;
import org.springframework.boot.ExitCodeGenerator;

/** The command that the application was started for has failed. Spring Boot ends the process with the exit code. */
final class CommandFailedException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int REFUSED = 3;
    private static final int TIME_IS_OVER = 4;

    private final int exitCode;

    CommandFailedException(Command command, String ofInstance, RuntimeException cause) {
        super("The command '" + command + "' of 'migratedb.command' has failed" + ofInstance, cause);
        this.exitCode = exitCode(cause);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private static int exitCode(Throwable failure) {
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
