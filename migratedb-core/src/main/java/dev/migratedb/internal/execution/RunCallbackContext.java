package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.result.OperationResult;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The context of one event.
 *
 * @param work null before the connection is opened
 */
record RunCallbackContext(@Nullable WorkConnection work, RunSettings settings, Moment moment)
        implements CallbackContext {

    @Override
    public Connection getConnection() {
        return connected().connectionForUsers();
    }

    @Override
    public JdbcClient getJdbcClient() {
        return JdbcClient.create(connected().jdbc());
    }

    private WorkConnection connected() {
        if (work == null) {
            throw new IllegalStateException("There is no connection at beforeConnect. What needs one belongs into"
                    + " afterConnect, or into a SQL file named beforeConnect, which runs as soon as there is one.");
        }
        return work;
    }

    @Override
    public RunSettings getSettings() {
        return settings;
    }

    @Override
    public @Nullable MigrationInfo getMigrationInfo() {
        return moment.migration();
    }

    @Override
    public CallbackContext.@Nullable Statement getStatement() {
        return moment.statement();
    }

    @Override
    public @Nullable OperationResult getOperationResult() {
        return moment.result();
    }

    @Override
    public @Nullable Throwable getError() {
        return moment.error();
    }
}
