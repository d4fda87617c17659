package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import org.springframework.boot.ExitCodeGenerator;

/** The command that the application was started for has failed. Spring Boot ends the process with the exit code. */
final class CommandFailedException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandFailedException(Command command, String ofInstance, RuntimeException cause) {
        super("The command '" + command + "' of 'migratedb.command' has failed" + ofInstance, cause);
        this.exitCode = ExitCodes.of(cause);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
