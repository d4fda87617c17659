package dev.migratedb.internal.execution;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that come from the end of a connection from those that only bring it about: some pools close one after others. */
final class ConnectionLoss {

    /** An administrator, a crash or a shutdown of PostgreSQL; a connection, a database and a JVM that H2 has closed. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "90067", "90098", "90121");

    private ConnectionLoss() {}

    /** Whether the connection was lost, and that is why something failed. */
    static boolean isCauseOf(Throwable failure) {
        SQLException answer = answer(failure);
        String state = answer == null ? null : answer.getSQLState();
        return state != null && (state.startsWith("08") || STATES.contains(state));
    }

    /** Whether a failure of a commit is not the database's answer to it. */
    static boolean isNoAnswer(Throwable failure) {
        SQLException answer = answer(failure);
        return answer == null
                || answer.getSQLState() == null
                || answer.getSQLState().equals("40003")
                || isCauseOf(failure);
    }

    private static @Nullable SQLException answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
