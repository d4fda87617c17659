package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consecutive statements that change rows, collected to be sent to the server at once. A savepoint is sent before them, so that
 * after a failure they can be sent again one by one, which tells the place.
 */
final class StatementBatch {

    private static final Logger LOG = LoggerFactory.getLogger(StatementBatch.class);

    /** Below this, one by one is as fast. */
    private static final int SMALLEST = 3;

    private static final int LARGEST = 500;

    /** In chars. Bounds what is kept in memory, together with {@link #LARGEST} for texts that are small. */
    private static final int LARGEST_TEXT = 256 * 1024;

    private static final List<String> FIRST_WORDS = List.of("INSERT", "UPDATE", "DELETE", "MERGE");
    private static final String SAVEPOINT = "migratedb_batch";

    private final List<SqlStatement> statements = new ArrayList<>();
    private int length;

    /** Whether a statement changes rows and gives none. */
    static boolean takes(SqlStatement statement) {
        return !statement.mayGiveRows() && FIRST_WORDS.stream().anyMatch(statement::beginsWith);
    }

    void add(SqlStatement statement) {
        statements.add(statement);
        length += statement.sql().length();
    }

    boolean isFull() {
        return statements.size() >= LARGEST || length >= LARGEST_TEXT;
    }

    /** Whether there are enough statements for it to be worth it. */
    boolean isWorthIt() {
        return statements.size() >= SMALLEST;
    }

    /** The statements in their order; empties the batch. */
    List<SqlStatement> take() {
        List<SqlStatement> taken = List.copyOf(statements);
        statements.clear();
        length = 0;
        return taken;
    }

    /**
     * Sends statements at once. The connection must be in a transaction.
     *
     * @return how many rows each has changed; null if any has failed, and all of them have been taken back
     * @throws SQLException if they have failed and cannot be taken back
     */
    static long @Nullable [] send(List<SqlStatement> statements, Connection connection, Statement jdbcStatement)
            throws SQLException {
        try {
            jdbcStatement.addBatch("SAVEPOINT " + SAVEPOINT);
            for (SqlStatement statement : statements) {
                jdbcStatement.addBatch(statement.sql());
            }
            jdbcStatement.addBatch("RELEASE SAVEPOINT " + SAVEPOINT);
            long[] counts = jdbcStatement.executeLargeBatch();
            return Arrays.copyOfRange(counts, 1, counts.length - 1);
        } catch (SQLException ex) {
            LOG.debug("A batch of {} statements failed and is sent again one by one", statements.size(), ex);
            jdbcStatement.clearBatch();
            try (Statement back = connection.createStatement()) {
                back.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            } catch (SQLException notBack) {
                ex.addSuppressed(notBack);
                throw ex;
            }
            return null;
        }
    }
}
