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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the statements of a script, one by one, over the work connection. */
final class ScriptRunner {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    /** So that a query of any size is read to its end, as its side effects may need, without being kept. */
    private static final int FETCH_SIZE = 1000;

    private final WorkConnection work;
    private final Secrets secrets;

    ScriptRunner(RunScope scope) {
        this.work = scope.work();
        this.secrets = scope.secrets();
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
        };

        /** Before a statement is sent; false leaves it out. */
        boolean before(SqlStatement statement);

        /** After a statement has succeeded. */
        void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings);
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
            for (SqlStatement statement = reader.next(); statement != null; statement = reader.next()) {
                if (listener.before(statement)) {
                    send(reader, statement, jdbcStatement, listener, succeeded);
                    succeeded++;
                }
            }
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

    private void send(
            StatementReader reader, SqlStatement statement, Statement jdbcStatement, Listener listener, int succeeded)
            throws IOException {
        try {
            long updateCount;
            if (statement.copiesFromStdin()) {
                updateCount = work.dialect().copyIn(work.connection(), statement.sql(), reader.copyData());
            } else {
                updateCount = drain(jdbcStatement, jdbcStatement.execute(statement.sql()));
            }
            List<SQLWarning> warnings = warnings(jdbcStatement);
            listener.after(statement, updateCount, warnings);
        } catch (SQLException ex) {
            throw new StatementFailedException(statement, ex, succeeded);
        }
    }

    /** Reads all results to their end and forgets them; adds up the rows that were changed. */
    private static long drain(Statement statement, boolean firstIsResultSet) throws SQLException {
        long changed = -1;
        boolean resultSet = firstIsResultSet;
        while (true) {
            if (resultSet) {
                readToEnd(statement);
            } else {
                long count = statement.getLargeUpdateCount();
                if (count < 0) {
                    return changed;
                }
                changed = Math.max(0, changed) + count;
            }
            resultSet = statement.getMoreResults();
        }
    }

    private static void readToEnd(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            LOG.trace("{} rows read and forgotten", count);
        }
    }

    private List<SQLWarning> warnings(Statement statement) throws SQLException {
        List<SQLWarning> warnings = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            warnings.add(warning);
            String message = secrets.mask(String.valueOf(warning.getMessage()));
            if ("00000".equals(warning.getSQLState())) {
                LOG.info("Database: {}", message);
            } else {
                LOG.warn("Database: {} (SQLState {}, code {})", message, warning.getSQLState(), warning.getErrorCode());
            }
        }
        statement.clearWarnings();
        return warnings;
    }

    /** The place in its script where the database says that a statement is wrong, or the beginning of the statement. */
    ScriptPosition place(StatementFailedException failed) {
        int offset =
                work.dialect().errorOffset(failed.failure(), failed.statement().sql());
        return offset < 0 ? failed.statement().position() : failed.statement().positionAt(offset);
    }
}
