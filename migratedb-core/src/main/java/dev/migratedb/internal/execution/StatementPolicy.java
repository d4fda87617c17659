package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ErrorOverride;
import dev.migratedb.configuration.ErrorOverride.Action;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the answers of the database to statements of scripts.
 *
 * @param errorOverrides what becomes of its errors and warnings; the first that matches counts
 * @param outputQueryResults whether rows are logged
 * @param batch whether statements may be sent together
 */
public record StatementPolicy(List<ErrorOverride> errorOverrides, boolean outputQueryResults, boolean batch) {

    public StatementPolicy {
        errorOverrides = List.copyOf(errorOverrides);
    }

    /** Whether there are errors after which a script goes on. */
    boolean toleratesAny() {
        return errorOverrides.stream().anyMatch(override -> override.action() != Action.ERROR);
    }

    /** What was set for an error or warning. */
    Optional<ErrorOverride> override(SQLException message) {
        return errorOverrides.stream()
                .filter(override -> override.matches(message.getSQLState(), message.getErrorCode()))
                .findFirst();
    }

    /** A cause with what the database says of it, as briefly as was set. */
    String cause(Throwable cause) {
        boolean brief = cause instanceof SQLException failure
                && override(failure).map(ErrorOverride::brief).orElse(false);
        return brief ? Texts.shortened(String.valueOf(cause.getMessage())) : Texts.cause(cause);
    }
}
