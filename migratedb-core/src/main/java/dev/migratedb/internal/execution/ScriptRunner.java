package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.internal.script.ScriptSyntaxException;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.StatementReader;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the statements of a script, one by one, over the work connection. */
final class ScriptRunner {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    /** So that a query of any size is read to its end, as its side effects may need, without being kept. */
    private static final int FETCH_SIZE = 1000;

    /** Words that begin statements about savepoints: one of our own around them would end those of the script. */
    private static final List<String> ABOUT_SAVEPOINTS = List.of("SAVEPOINT", "RELEASE", "ROLLBACK");

    /** What the SQLStates of errors begin with that have taken the whole transaction back. */
    private static final String TRANSACTION_ROLLED_BACK = "40";

    private final WorkConnection work;
    private final StatementPolicy policy;
    private final DatabaseMessages messages;
    private final RowLog rowLog;

    ScriptRunner(RunScope scope) {
        this.work = scope.work();
        this.policy = scope.statements();
        this.messages = new DatabaseMessages(policy, scope.secrets());
        this.rowLog = new RowLog(scope.secrets());
    }

    /** What is told of each statement. */
    interface Listener {

        /** Nobody listens. */
        Listener NONE = new Listener() {
            @Override
            public boolean before(SqlStatement statement) {
                return true;
            }

            @Override
            public void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings) {}

            @Override
            public void tolerated(SqlStatement statement, SQLException failure) {}

            @Override
            public boolean wantsEach() {
                return false;
            }
        };

        /** Before a statement is sent; false leaves it out. */
        boolean before(SqlStatement statement);

        /** After a statement has succeeded. */
        void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings);

        /** After a statement has failed in a way that does not end the script. */
        void tolerated(SqlStatement statement, SQLException failure);

        /** Whether somebody has to be told before the next statement is sent. */
        boolean wantsEach();
    }

    /**
     * Runs a script.
     *
     * @return how many statements were run
     * @throws StatementFailedException if a statement fails
     */
    int run(CheckedScript script, Listener listener) {
        int succeeded = 0;
        try (StatementReader reader = script.open();
                Statement jdbcStatement = work.connection().createStatement()) {
            // scripts are written for the database, not for JDBC
            jdbcStatement.setEscapeProcessing(false);
            jdbcStatement.setFetchSize(FETCH_SIZE);
            boolean together = mayBatch(listener);
            StatementBatch batch = new StatementBatch();
            for (SqlStatement statement = reader.next(); statement != null; statement = reader.next()) {
                if (together && StatementBatch.takes(statement)) {
                    batch.add(statement);
                    succeeded += batch.isFull() ? send(reader, batch, jdbcStatement, listener, succeeded) : 0;
                    continue;
                }
                succeeded += send(reader, batch, jdbcStatement, listener, succeeded);
                if (listener.before(statement) && send(reader, statement, jdbcStatement, listener, succeeded)) {
                    succeeded++;
                }
            }
            succeeded += send(reader, batch, jdbcStatement, listener, succeeded);
        } catch (IOException ex) {
            throw new MigrateDbException(
                    ErrorCode.UNREADABLE_FILE,
                    script.file().location() + " could not be read to its end: " + ex.getMessage(),
                    ex);
        } catch (SQLException ex) {
            throw new MigrateDbException(ErrorCode.CONNECTION, Texts.cause(ex), ex);
        } catch (ScriptSyntaxException ex) {
            throw new MigrateDbException(ex.problem().code(), ex.problem().message(), ex);
        }
        return succeeded;
    }

    private boolean mayBatch(Listener listener) throws SQLException {
        return policy.batch()
                && !policy.toleratesAny()
                && work.rehearsal() == null
                && work.dialect().batches()
                && !work.connection().getAutoCommit()
                && !listener.wantsEach();
    }

    /** Sends what was collected; returns how many have succeeded, which is all. */
    private int send(
            StatementReader reader, StatementBatch batch, Statement jdbcStatement, Listener listener, int succeeded)
            throws SQLException, IOException {
        boolean worthIt = batch.isWorthIt();
        List<SqlStatement> statements = batch.take();
        long[] changed = worthIt ? sendTogether(statements, jdbcStatement, succeeded) : null;
        for (int i = 0; i < statements.size(); i++) {
            if (changed == null) {
                send(reader, statements.get(i), jdbcStatement, listener, succeeded + i);
            } else {
                listener.after(statements.get(i), changed[i], List.of());
            }
        }
        return statements.size();
    }

    private long @Nullable [] sendTogether(List<SqlStatement> statements, Statement jdbcStatement, int succeeded)
            throws SQLException {
        try {
            long[] changed = StatementBatch.send(statements, work.connection(), jdbcStatement);
            messages.warnings(jdbcStatement);
            return changed;
        } catch (SQLException ex) {
            SQLException failure = new SQLException(
                    ex.getMessage() + " (in one of " + statements.size()
                            + " statements that begin here, which were sent together)",
                    ex.getSQLState(),
                    ex.getErrorCode(),
                    ex);
            throw new StatementFailedException(statements.get(0), failure, succeeded);
        }
    }

    /** Whether the statement has succeeded; else its failure is tolerated. */
    private boolean send(
            StatementReader reader, SqlStatement statement, Statement jdbcStatement, Listener listener, int succeeded)
            throws IOException {
        Savepoint savepoint = null;
        long updateCount;
        List<SQLWarning> warnings;
        try {
            savepoint = savepoint(statement);
            if (statement.copiesFromStdin()) {
                updateCount = work.copyIn(statement.sql(), reader.copyData());
            } else {
                updateCount = drain(jdbcStatement, jdbcStatement.execute(statement.sql()), statement);
            }
            warnings = messages.warnings(jdbcStatement);
            if (savepoint != null) {
                work.connection().releaseSavepoint(savepoint);
            }
        } catch (SQLException ex) {
            StatementFailedException failed = new StatementFailedException(statement, ex, succeeded);
            if (!messages.tolerates(ex) || !canGoOn(savepoint, failed)) {
                throw failed;
            }
            messages.tolerated(ex, place(failed));
            listener.tolerated(statement, ex);
            return false;
        }
        listener.after(statement, updateCount, warnings);
        return true;
    }

    /** A place in the transaction to which a tolerated failure goes back; null where none is needed. */
    private @Nullable Savepoint savepoint(SqlStatement statement) throws SQLException {
        boolean needed = policy.toleratesAny()
                && work.dialect().errorEndsTransaction()
                && !work.connection().getAutoCommit()
                && ABOUT_SAVEPOINTS.stream().noneMatch(statement::beginsWith);
        return needed ? work.connection().setSavepoint() : null;
    }

    private boolean canGoOn(@Nullable Savepoint savepoint, StatementFailedException failed) {
        try {
            if (savepoint != null) {
                work.connection().rollback(savepoint);
                work.connection().releaseSavepoint(savepoint);
            } else if (String.valueOf(failed.failure().getSQLState()).startsWith(TRANSACTION_ROLLED_BACK)
                    && !work.connection().getAutoCommit()) {
                return false;
            }
            // a pool may have closed the connection because of the error
            return !work.connection().isClosed() && !work.dialect().isTransactionFailed(work.connection());
        } catch (SQLException ex) {
            failed.addSuppressed(ex);
            return false;
        }
    }

    /** Reads all results to their end; adds up the rows that were changed. */
    private long drain(Statement jdbcStatement, boolean firstIsResultSet, SqlStatement statement) throws SQLException {
        long changed = -1;
        boolean resultSet = firstIsResultSet;
        while (true) {
            if (resultSet) {
                readToEnd(jdbcStatement, statement);
            } else {
                long count = jdbcStatement.getLargeUpdateCount();
                if (count < 0) {
                    return changed;
                }
                changed = Math.max(0, changed) + count;
            }
            resultSet = jdbcStatement.getMoreResults();
        }
    }

    private void readToEnd(Statement jdbcStatement, SqlStatement statement) throws SQLException {
        try (ResultSet rows = jdbcStatement.getResultSet()) {
            if (policy.outputQueryResults()) {
                rowLog.readToEnd(rows, statement.position());
                return;
            }
            long count = 0;
            while (rows.next()) {
                count++;
            }
            LOG.trace("{} rows read and forgotten", count);
        }
    }

    /** The place in its script where the database says that a statement is wrong, or the beginning of the statement. */
    ScriptPosition place(StatementFailedException failed) {
        int offset =
                work.dialect().errorOffset(failed.failure(), failed.statement().sql());
        return offset < 0 ? failed.statement().position() : failed.statement().positionAt(offset);
    }
}
