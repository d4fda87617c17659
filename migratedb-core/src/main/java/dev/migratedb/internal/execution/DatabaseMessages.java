package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ErrorOverride;
import dev.migratedb.configuration.ErrorOverride.Action;
import dev.migratedb.migration.ScriptPosition;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs what the database says to statements of scripts, and decides what ends a script. */
final class DatabaseMessages {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    /** The SQLState of messages that warn of nothing. */
    private static final String NOTICE = "00000";

    private static final ErrorOverride INFO = new ErrorOverride(NOTICE, null, Action.INFO, true);
    private static final ErrorOverride WARNING = new ErrorOverride(null, null, Action.WARNING, false);

    private final StatementPolicy policy;
    private final Secrets secrets;

    DatabaseMessages(StatementPolicy policy, Secrets secrets) {
        this.policy = policy;
        this.secrets = secrets;
    }

    /** Whether the script goes on after the error. */
    boolean tolerates(SQLException failure) {
        return policy.override(failure)
                .filter(override -> override.action() != Action.ERROR)
                .isPresent();
    }

    /** Logs an error after which the script goes on. */
    void tolerated(SQLException failure, ScriptPosition position) {
        policy.override(failure).ifPresent(override -> log("Tolerated at " + position, failure, override));
    }

    /**
     * Logs the warnings of a statement that has succeeded.
     *
     * @throws SQLException for a warning that shall be an error
     */
    List<SQLWarning> warnings(Statement statement) throws SQLException {
        List<SQLWarning> warnings = new ArrayList<>();
        SQLWarning fatal = null;
        for (SQLWarning warning = first(statement); warning != null; warning = warning.getNextWarning()) {
            warnings.add(warning);
            ErrorOverride override =
                    policy.override(warning).orElse(NOTICE.equals(warning.getSQLState()) ? INFO : WARNING);
            if (override.action() != Action.ERROR) {
                log("Database", warning, override);
            } else if (fatal == null) {
                fatal = warning;
            }
        }
        statement.clearWarnings();
        refuse(fatal);
        return warnings;
    }

    /** A statement has succeeded even if its warnings cannot be read, which some drivers ask the server for. */
    private @Nullable SQLWarning first(Statement statement) throws SQLException {
        try {
            return statement.getWarnings();
        } catch (SQLException ex) {
            if (!policy.errorOverrides().isEmpty()) {
                // there may be one that shall be an error
                throw ex;
            }
            LOG.warn("The warnings of a statement that has succeeded could not be read: {}", ex.getMessage());
            return null;
        }
    }

    private static void refuse(@Nullable SQLWarning warning) throws SQLException {
        if (warning != null) {
            throw new SQLException(
                    "Warning that 'migratedb.error-overrides' makes an error: " + warning.getMessage(),
                    warning.getSQLState(),
                    warning.getErrorCode(),
                    warning);
        }
    }

    private void log(String subject, SQLException message, ErrorOverride override) {
        String text = secrets.mask(String.valueOf(message.getMessage()));
        String code = override.brief()
                ? ""
                : " (SQLState " + message.getSQLState() + ", code " + message.getErrorCode() + ")";
        LOG.atLevel(level(override.action())).log("{}: {}{}", subject, text, code);
    }

    private static Level level(Action action) {
        return switch (action) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }
}
