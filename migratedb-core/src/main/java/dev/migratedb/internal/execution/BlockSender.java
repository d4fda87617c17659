package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.StatementBlock;
import dev.migratedb.internal.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends statements as one block, which the server runs one by one up to the first that fails or warns. */
final class BlockSender implements BatchSender {

    private static final Logger LOG = LoggerFactory.getLogger(BlockSender.class);

    /** Few enough for the driver not to lose patience, which waits for all of them as long as for one. */
    private static final int LARGEST = 100;

    /** In chars, so that a block is shorter than what any server takes. */
    private static final int LARGEST_TEXT = 64 * 1024;

    private static final List<String> FIRST_WORDS = List.of("INSERT", "UPDATE", "DELETE", "REPLACE");

    private final StatementBlock block;
    private final Connection connection;
    private final DatabaseMessages messages;

    BlockSender(StatementBlock block, Connection connection, DatabaseMessages messages) {
        this.block = block;
        this.connection = connection;
        this.messages = messages;
    }

    @Override
    public boolean takes(SqlStatement statement) {
        return !statement.mayGiveRows()
                && FIRST_WORDS.stream().anyMatch(statement::beginsWith)
                && block.takes(statement.sql());
    }

    @Override
    public boolean sendsBefore(@Nullable SqlStatement next) {
        return next == null || !block.asksOfTheOneBefore(next.sql());
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public int largestText() {
        return LARGEST_TEXT;
    }

    @Override
    public int send(List<SqlStatement> statements, Statement jdbcStatement) throws SQLException, BatchFailedException {
        String id = UUID.randomUUID().toString();
        String sql = block.around(statements.stream().map(SqlStatement::sql).toList(), id);
        try {
            jdbcStatement.execute(sql);
        } catch (SQLException ex) {
            int succeeded = succeeded(id, ex);
            if (succeeded < 0) {
                LOG.debug("A block of {} statements was refused; they are sent one by one", statements.size(), ex);
                return 0;
            }
            if (succeeded == statements.size()) {
                // the end of the block was interrupted
                throw ex;
            }
            throw new BatchFailedException(succeeded, ex);
        }
        // asking for anything else would clear them
        messages.warnings(jdbcStatement);
        int succeeded = block.succeeded(connection, id);
        if (succeeded < 0) {
            throw new SQLException("The server does not tell which statements it has run");
        }
        return succeeded;
    }

    private int succeeded(String id, SQLException failure) throws SQLException {
        try {
            return block.succeeded(connection, id);
        } catch (SQLException ex) {
            failure.addSuppressed(ex);
            throw failure;
        }
    }
}
