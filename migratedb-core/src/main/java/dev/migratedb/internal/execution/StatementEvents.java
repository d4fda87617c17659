package dev.migratedb.internal.execution;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.migration.MigrationInfo;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what happens to the statements of a migration into events. */
final class StatementEvents implements ScriptRunner.Listener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    private final StepEvents events;
    private final Callbacks callbacks;
    private final MigrationInfo migration;
    private final Runnable done;

    /**
     * Creates the events of one migration.
     *
     * @param done told of each statement that has succeeded
     */
    StatementEvents(StepEvents events, Callbacks callbacks, MigrationInfo migration, Runnable done) {
        this.events = events;
        this.callbacks = callbacks;
        this.migration = migration;
        this.done = done;
    }

    @Override
    public boolean before(SqlStatement statement) {
        if (callbacks.anyFor(events.beforeStatement)) {
            try {
                callbacks.fireWithinMigration(events.beforeStatement, moment(statement, -1, List.of()));
            } catch (BlockStatementExecutionException ex) {
                LOG.info("Statement at {} is left out: {}", statement.position(), ex.getMessage());
                return false;
            }
        }
        return true;
    }

    @Override
    public void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings) {
        done.run();
        if (callbacks.anyFor(events.afterStatement)) {
            callbacks.fireWithinMigration(events.afterStatement, moment(statement, updateCount, warnings));
        }
    }

    @Override
    public void tolerated(SqlStatement statement, SQLException failure) {
        if (callbacks.anyFor(events.afterStatement)) {
            callbacks.fireWithinMigration(
                    events.afterStatement, new Moment(migration, failed(statement, failure), null, null));
        }
    }

    @Override
    public boolean wantsEach() {
        return callbacks.anyFor(events.beforeStatement) || callbacks.anyFor(events.afterStatement);
    }

    private Moment moment(SqlStatement statement, long updateCount, List<SQLWarning> warnings) {
        return new Moment(
                migration,
                new CallbackContext.Statement(statement.sql(), statement.position(), updateCount, warnings, null),
                null,
                null);
    }

    static CallbackContext.Statement failed(StatementFailedException failed) {
        return failed(failed.statement(), failed.failure());
    }

    private static CallbackContext.Statement failed(SqlStatement statement, SQLException failure) {
        return new CallbackContext.Statement(statement.sql(), statement.position(), -1, List.of(), failure);
    }
}
