package dev.migratedb.samples.quickstart.postgres;

import org.jspecify.annotations.Nullable;

/** There is no PostgreSQL to work with. */
final class PostgresUnavailableException extends RuntimeException {

    static final String USE_OWN = "Start the quickstart on a PostgreSQL of your own: --spring.profiles.active="
            + PostgresConfiguration.OWN_POSTGRES + " --spring.datasource.url=jdbc:postgresql://<host>/<database>"
            + " --spring.datasource.username=<user> --spring.datasource.password=<password>";

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    PostgresUnavailableException(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.description = description;
        this.action = action;
    }

    /** What is wrong. */
    String description() {
        return description;
    }

    /** What the user can do about it. */
    String action() {
        return action;
    }
}
