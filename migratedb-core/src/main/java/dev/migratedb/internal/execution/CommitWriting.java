package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a database write commits to its disk that would do so only later. Used by the thread of one run. */
final class CommitWriting {

    private static final Logger LOG = LoggerFactory.getLogger(CommitWriting.class);

    private @Nullable Dialect dialect;

    /**
     * Creates it.
     *
     * @param dialect null where nothing is committed
     */
    CommitWriting(@Nullable Dialect dialect) {
        this.dialect = dialect;
    }

    /** To be called behind a commit. What fails is not tried again: it needs the rights of an administrator on H2. */
    void write(Connection connection) {
        if (dialect == null) {
            return;
        }
        try {
            String sql = dialect.writingCommits(connection);
            if (sql == null) {
                dialect = null;
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException ex) {
            LOG.debug("What is committed is written later: if this process is killed, that may be lost", ex);
            dialect = null;
        }
    }
}
