package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The sessions of a server as told from the connections of its driver. A pooler may stand between the two and give a connection
 * another session for each transaction, which breaks whatever belongs to a session.
 */
public interface Backends {

    /** The number of the session that has answered when the driver connected; 0 where that cannot be told. */
    int greeted(Connection connection) throws SQLException;

    /** The number of the session that a captured state is of. */
    int of(SessionState state);

    /** The number of the session that answers now. */
    int current(JdbcOperations jdbc);

    /**
     * Has the driver keep statements in the session from now on, or not: another session would not know them.
     *
     * @param threshold how often a statement is run before it is kept; 0 means never
     * @return what it was before
     */
    int keepStatementsAfter(Connection connection, int threshold) throws SQLException;

    /**
     * What the running statement of a session waits for, in words; null where it waits for nothing, or for its client.
     *
     * @param other a connection of another session
     */
    @Nullable
    String waitsFor(Connection other, int session) throws SQLException;

    /** The statement that makes a schema the one that unqualified names mean, until the transaction ends. */
    String useSchemaInTransaction(String schema);
}
