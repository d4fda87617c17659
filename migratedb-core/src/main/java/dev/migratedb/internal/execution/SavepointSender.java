package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a batch of JDBC with a savepoint before the statements, so that after a failure they can be sent again one by one,
 * which tells the place.
 */
final class SavepointSender implements BatchSender {

    private static final Logger LOG = LoggerFactory.getLogger(SavepointSender.class);

    private static final int LARGEST = 500;
    private static final int LARGEST_TEXT = 256 * 1024;

    private static final List<String> FIRST_WORDS = List.of("INSERT", "UPDATE", "DELETE", "MERGE");
    private static final String SAVEPOINT = "migratedb_batch";

    private final Connection connection;
    private final DatabaseMessages messages;
    private final Predicate<SQLException> isFinal;

    /**
     * Creates it.
     *
     * @param isFinal tells failures after which waiting a second time, to learn the place, would be too much
     */
    SavepointSender(Connection connection, DatabaseMessages messages, Predicate<SQLException> isFinal) {
        this.isFinal = isFinal;
        this.connection = connection;
        this.messages = messages;
    }

    @Override
    public boolean takes(SqlStatement statement) {
        return !statement.mayGiveRows() && FIRST_WORDS.stream().anyMatch(statement::beginsWith);
    }

    @Override
    public boolean sendsBefore(@Nullable SqlStatement next) {
        return true;
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
    public int send(List<SqlStatement> statements, Statement jdbcStatement) throws SQLException {
        try {
            jdbcStatement.addBatch("SAVEPOINT " + SAVEPOINT);
            for (SqlStatement statement : statements) {
                jdbcStatement.addBatch(statement.sql());
            }
            jdbcStatement.addBatch("RELEASE SAVEPOINT " + SAVEPOINT);
            jdbcStatement.executeLargeBatch();
        } catch (SQLException ex) {
            if (isFinal.test(ex)) {
                jdbcStatement.clearBatch();
                throw ex;
            }
            LOG.debug("A batch of {} statements failed and is sent again one by one", statements.size(), ex);
            jdbcStatement.clearBatch();
            try (Statement back = connection.createStatement()) {
                back.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            } catch (SQLException notBack) {
                ex.addSuppressed(notBack);
                throw ex;
            }
            return 0;
        }
        messages.warnings(jdbcStatement);
        return statements.size();
    }
}
