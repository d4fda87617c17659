package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** The application has waited for another process in vain. Spring Boot ends the process with the exit code. */
final class WaitFailedException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    WaitFailedException(@Nullable String instance, MigrateDbException cause) {
        super(
                "The application has waited in vain until another process has migrated"
                        + (instance == null ? "" : " instance '" + instance + "'"),
                cause);
        this.exitCode = ExitCodes.of(cause);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
