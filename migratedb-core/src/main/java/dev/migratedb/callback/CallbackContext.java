package dev.migratedb.callback;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.migration.ScriptPosition;
import dev.migratedb.result.OperationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a callback gets to see. Valid only during the call; not thread-safe. */
public interface CallbackContext {

    /**
     * The connection of the run. Must be neither closed nor committed.
     *
     * @throws IllegalStateException before the connection is opened
     */
    Connection getConnection();

    /**
     * A client on {@link #getConnection()}.
     *
     * @throws IllegalStateException before the connection is opened
     */
    JdbcClient getJdbcClient();

    /** The settings of the run. */
    RunSettings getSettings();

    /** The migration that is being run, at the events of a single migration or statement; else null. */
    @Nullable
    MigrationInfo getMigrationInfo();

    /** The statement that is being run, at the events of a single statement; else null. */
    @Nullable
    Statement getStatement();

    /** The result of the command, at the events after it; else null. */
    @Nullable
    OperationResult getOperationResult();

    /** What went wrong, at every error event; else null. */
    @Nullable
    Throwable getError();

    /**
     * A statement of a script.
     *
     * @param sql as it is sent
     * @param position where it begins
     * @param updateCount rows changed; -1 before it ran, and for a statement that reports none
     * @param warnings of the database; empty before it ran
     * @param error why it failed; null where it did not. At an event after a statement that is no error event: a failure
     *     that is tolerated, after which the script goes on
     */
    record Statement(
            String sql,
            ScriptPosition position,
            long updateCount,
            List<SQLWarning> warnings,
            @Nullable SQLException error) {

        public Statement {
            warnings = List.copyOf(warnings);
        }
    }
}
