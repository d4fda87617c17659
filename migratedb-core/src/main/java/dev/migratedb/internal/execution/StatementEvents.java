package dev.migratedb.internal.execution;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.migration.MigrationInfo;
import java.sql.SQLWarning;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what happens to the statements of a migration into events. */
final class StatementEvents implements ScriptRunner.Listener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    private final Callbacks callbacks;
    private final MigrationInfo migration;
    private final Runnable done;

    /**
     * Creates the events of one migration.
     *
     * @param done told of each statement that has succeeded
     */
    StatementEvents(Callbacks callbacks, MigrationInfo migration, Runnable done) {
        this.callbacks = callbacks;
        this.migration = migration;
        this.done = done;
    }

    @Override
    public boolean before(SqlStatement statement) {
        if (callbacks.anyFor(Event.BEFORE_EACH_MIGRATE_STATEMENT)) {
            try {
                callbacks.fireWithinMigration(Event.BEFORE_EACH_MIGRATE_STATEMENT, moment(statement, -1, List.of()));
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
        if (callbacks.anyFor(Event.AFTER_EACH_MIGRATE_STATEMENT)) {
            callbacks.fireWithinMigration(Event.AFTER_EACH_MIGRATE_STATEMENT, moment(statement, updateCount, warnings));
        }
    }

    private Moment moment(SqlStatement statement, long updateCount, List<SQLWarning> warnings) {
        return new Moment(
                migration,
                new CallbackContext.Statement(statement.sql(), statement.position(), updateCount, warnings, null),
                null,
                null);
    }

    static CallbackContext.Statement failed(StatementFailedException failed) {
        SqlStatement statement = failed.statement();
        return new CallbackContext.Statement(statement.sql(), statement.position(), -1, List.of(), failed.failure());
    }
}
