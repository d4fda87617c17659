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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the statements of a script over the work connection, one by one or in batches. */
final class ScriptRunner {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    /** So that a query of any size is read to its end, as its side effects may need, without being kept. */
    private static final int FETCH_SIZE = 1000;

    /** Words that begin statements about savepoints: one of our own around them would end those of the script. */
    private static final List<String> ABOUT_SAVEPOINTS = List.of("SAVEPOINT", "RELEASE", "ROLLBACK");

    /** What the SQLStates of errors begin with that have taken the whole transaction back. */
    private static final String TRANSACTION_ROLLED_BACK = "40";

    /** What sends the statements of one script. */
    private record Sending(
            StatementReader reader,
            Statement jdbc,
            Listener listener,
            StatementLimits.ForScript limits,
            IntConsumer numbers) {

        <T, E extends Exception> T send(
                SqlStatement statement,
                StatementWatch.Canceller canceller,
                Interruption interruption,
                StatementLimits.Action<T, E> action)
                throws SQLException, E {
            interruption.check();
            try (Interruption.Time ignored = interruption.during(canceller::cancel)) {
                return limits.send(statement, canceller, action);
            }
        }

        void succeeded(List<SqlStatement> statements) {
            statements.forEach(statement -> listener.after(statement, -1, List.of()));
        }
    }

    private final WorkConnection work;
    private final StatementPolicy policy;
    private final DatabaseMessages messages;
    private final RowLog rowLog;
    private final Interruption interruption;
    private final StatementLimits limits;
    private final Secrets secrets;

    ScriptRunner(RunScope scope) {
        this.limits = scope.limits();
        this.secrets = scope.secrets();
        this.work = scope.work();
        this.policy = scope.statements();
        this.messages = new DatabaseMessages(policy, scope.secrets());
        this.rowLog = new RowLog(scope.secrets());
        this.interruption = scope.interruption();
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

        /** After a statement has succeeded; how many rows it has changed is -1 where nobody wants to be told of each. */
        void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings);

        /** After a statement has failed in a way that does not end the script. */
        void tolerated(SqlStatement statement, SQLException failure);

        /** Whether what the statement that was sent last has done stays, whatever becomes of the script. */
        default boolean stays() {
            return false;
        }

        /** Takes back a transaction that holds nothing but the statement that has failed, if there is one. */
        default boolean takesBack() {
            return false;
        }

        /** Whether somebody has to be told before the next statement is sent. */
        boolean wantsEach();
    }

    /**
     * Runs a script.
     *
     * @param numbers is told the number of each statement that is about to be sent by itself, and 0 for several together
     * @return how many statements were run
     * @throws StatementFailedException if a statement fails
     */
    int run(CheckedScript script, Listener listener, IntConsumer numbers) {
        try (StatementReader reader = script.open();
                Statement jdbcStatement = work.connection().createStatement()) {
            // scripts are written for the database, not for JDBC
            jdbcStatement.setEscapeProcessing(false);
            jdbcStatement.setFetchSize(FETCH_SIZE);
            Sending sending = new Sending(reader, jdbcStatement, listener, limits.of(script), numbers);
            BatchSender sender = mayBatch(sending) ? BatchSender.of(work, messages) : null;
            int succeeded = sender == null ? sendOneByOne(sending) : sendInBatches(sending, sender);
            sending.limits().end();
            return succeeded;
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
    }

    private boolean mayBatch(Sending sending) throws SQLException {
        return policy.batch()
                && policy.errorOverrides().isEmpty()
                && work.rehearsal() == null
                && !work.connection().getAutoCommit()
                && !sending.listener().wantsEach()
                && !sending.limits().limitsEach();
    }

    private int sendOneByOne(Sending sending) throws IOException {
        int succeeded = 0;
        int number = 0;
        StatementReader reader = sending.reader();
        for (SqlStatement statement = reader.next(); statement != null; statement = reader.next()) {
            sending.numbers().accept(++number);
            if (sending.listener().before(statement) && send(statement, sending, succeeded)) {
                succeeded++;
            }
        }
        return succeeded;
    }

    private int sendInBatches(Sending sending, BatchSender sender) throws IOException {
        int succeeded = 0;
        StatementBatch batch = new StatementBatch(sender.largest(), sender.largestText());
        int number = 0;
        StatementReader reader = sending.reader();
        for (SqlStatement statement = reader.next(); statement != null; statement = reader.next()) {
            number++;
            if (sender.takes(statement)) {
                if (!sending.listener().before(statement)) {
                    continue;
                }
                succeeded += batch.isFull() ? send(batch, sender, statement, sending, succeeded) : 0;
                batch.add(statement);
            } else {
                succeeded += send(batch, sender, statement, sending, succeeded);
                sending.numbers().accept(number);
                if (sending.listener().before(statement)) {
                    send(statement, sending, succeeded++);
                }
            }
        }
        return succeeded + send(batch, sender, null, sending, succeeded);
    }

    /** Sends what was collected before the next statement; returns how many have succeeded, which is all. */
    private int send(
            StatementBatch batch, BatchSender sender, @Nullable SqlStatement next, Sending sending, int succeeded)
            throws IOException {
        boolean together = batch.isWorthIt() && sender.sendsBefore(next);
        List<SqlStatement> statements = batch.take();
        int sent = together ? sendTogether(statements, sender, sending, succeeded) : 0;
        for (int i = sent; i < statements.size(); i++) {
            send(statements.get(i), sending, succeeded + i);
        }
        return statements.size();
    }

    /** How many were sent. */
    private int sendTogether(List<SqlStatement> statements, BatchSender sender, Sending sending, int succeeded) {
        try {
            sending.numbers().accept(0);
            int sent = sending.send(
                    statements.get(0),
                    sending.jdbc()::cancel,
                    interruption,
                    () -> sender.send(statements, sending.jdbc()));
            sending.succeeded(statements.subList(0, sent));
            return sent;
        } catch (BatchSender.BatchFailedException ex) {
            sending.succeeded(statements.subList(0, ex.succeeded()));
            throw new StatementFailedException(
                    statements.get(ex.succeeded()), interruption.explain(ex.failure()), succeeded + ex.succeeded());
        } catch (SQLException ex) {
            SQLException failure = new SQLException(
                    ex.getMessage() + " (in one of " + statements.size()
                            + " statements that begin here, which were sent together)",
                    ex.getSQLState(),
                    ex.getErrorCode(),
                    ex);
            throw new StatementFailedException(
                    statements.get(0),
                    interruption.explain(failure),
                    succeeded,
                    sending.limits().overdue());
        }
    }

    /** Whether the statement has succeeded; else its failure is tolerated. */
    private boolean send(SqlStatement statement, Sending sending, int succeeded) throws IOException {
        LockRetries retries = new LockRetries(limits.settings(), secrets, this::place);
        while (true) {
            try {
                return sendOnce(statement, sending, succeeded);
            } catch (StatementFailedException ex) {
                if (!standsAlone(statement, sending) || !isUsable(ex) || !retries.again(ex)) {
                    throw ex;
                }
            }
        }
    }

    /** Whether nothing else was lost with a statement that has failed, and nothing of itself is left. */
    private boolean standsAlone(SqlStatement statement, Sending sending) {
        if (JournalPolicy.mayDoAPart(statement)) {
            return false;
        }
        if (sending.listener().takesBack()) {
            sending.limits().takenBack();
            return true;
        }
        return sending.limits().standsAlone();
    }

    private boolean sendOnce(SqlStatement statement, Sending sending, int succeeded) throws IOException {
        Statement jdbcStatement = sending.jdbc();
        Savepoint savepoint = null;
        long updateCount;
        List<SQLWarning> warnings;
        try {
            savepoint = savepoint(statement);
            updateCount = sending.send(
                    statement, canceller(statement, sending), interruption, () -> execute(statement, sending));
            warnings = messages.warnings(jdbcStatement);
            if (sending.listener().stays()) {
                // the run stops behind it, where that is noted
                interruption.notice();
            } else {
                // there are statements that take a cancellation for their end, as SLEEP of MySQL
                interruption.check();
            }
            if (savepoint != null) {
                work.connection().releaseSavepoint(savepoint);
            }
        } catch (SQLException ex) {
            SQLException failure = interruption.explain(ex);
            StatementFailedException failed = new StatementFailedException(
                    statement, failure, succeeded, sending.limits().overdue());
            boolean stopped = failure instanceof Interruption.StoppedException;
            if (stopped || !messages.tolerates(ex) || !canGoOn(savepoint, failed)) {
                throw failed;
            }
            messages.tolerated(ex, place(failed));
            sending.listener().tolerated(statement, ex);
            return false;
        }
        sending.listener().after(statement, updateCount, warnings);
        return true;
    }

    /** No statement of JDBC reads data from the client, so none can be cancelled. */
    private StatementWatch.Canceller canceller(SqlStatement statement, Sending sending) {
        return statement.copiesFromStdin() ? work::cancel : sending.jdbc()::cancel;
    }

    private long execute(SqlStatement statement, Sending sending) throws SQLException, IOException {
        return statement.copiesFromStdin()
                ? copyIn(statement, sending)
                : drain(sending.jdbc(), sending.jdbc().execute(statement.sql()), statement);
    }

    private long copyIn(SqlStatement statement, Sending sending) throws SQLException, IOException {
        return work.copyIn(statement.sql(), sending.reader().copyData());
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
        } catch (SQLException ex) {
            failed.addSuppressed(ex);
            return false;
        }
        return isUsable(failed);
    }

    private boolean isUsable(StatementFailedException failed) {
        try {
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
