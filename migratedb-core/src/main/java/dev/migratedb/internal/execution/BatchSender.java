package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.script.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to send statements that change rows to the server at once, which does the same as sending them one by one. */
interface BatchSender {

    /** The way that saves time on the database of a connection that is in a transaction; null where there is none. */
    static @Nullable BatchSender of(WorkConnection work, DatabaseMessages messages) {
        Dialect dialect = work.dialect();
        return dialect.batches()
                ? new SavepointSender(work.connection(), messages, failure -> gaveUp(dialect, failure))
                : dialect.statementBlock()
                        .map(block -> new BlockSender(block, work.connection(), messages))
                        .orElse(null);
    }

    private static boolean gaveUp(Dialect dialect, SQLException failure) {
        return dialect.tableLocks().map(locks -> locks.isTimeout(failure)).orElse(false);
    }

    /** Whether a statement may be sent with others. */
    boolean takes(SqlStatement statement);

    /**
     * Whether statements may be sent together before this one.
     *
     * @param next null at the end of the script
     */
    boolean sendsBefore(@Nullable SqlStatement next);

    /** How many statements are sent together at most. */
    int largest();

    /** How many chars they have together at most, beyond their last one. */
    int largestText();

    /**
     * Sends statements, and logs of what the database warns.
     *
     * @return how many have succeeded, from the first on; the others have changed nothing, and are to be sent one by one
     * @throws BatchFailedException if one has failed for good
     * @throws SQLException if any has failed, and it is not known which
     */
    int send(List<SqlStatement> statements, Statement jdbcStatement) throws SQLException, BatchFailedException;

    /** One of the statements has failed as it would have alone, and those behind it were not run. */
    final class BatchFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int succeeded;
        private final SQLException failure;

        BatchFailedException(int succeeded, SQLException failure) {
            super(failure);
            this.succeeded = succeeded;
            this.failure = failure;
        }

        /** How many were run before it. */
        int succeeded() {
            return succeeded;
        }

        SQLException failure() {
            return failure;
        }
    }
}
