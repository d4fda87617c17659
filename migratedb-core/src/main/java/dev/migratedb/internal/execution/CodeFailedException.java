package dev.migratedb.internal.execution;

/** Code of a migration has thrown a checked exception. Turned into what the user sees by whoever ran the step. */
final class CodeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CodeFailedException(Exception cause) {
        super(cause);
    }
}
