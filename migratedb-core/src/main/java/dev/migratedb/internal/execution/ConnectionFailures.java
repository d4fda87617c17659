package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.Dialects;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is said of a connection that cannot be had, or used. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    /**
     * There is no connection.
     *
     * @param ofInstance which engine wanted it, to be appended; may be empty
     */
    static MigrateDbException unreachable(String ofInstance, DataSource dataSource, SQLException cause) {
        return new MigrateDbException(
                ErrorCode.CONNECTION,
                "No connection to the database" + ofInstance + " (" + JdbcUrls.of(dataSource) + "): "
                        + Texts.innermost(cause)
                        + ". Nothing was changed. Check that the database runs, and check url, user and password.",
                cause);
    }

    /**
     * The dialect that a connection needs.
     *
     * @throws MigrateDbException if there is none
     */
    static Dialect dialect(Connection connection) throws SQLException {
        String product = Dialects.productOf(connection);
        return Dialects.of(connection).orElseThrow(() -> unsupported(product));
    }

    private static MigrateDbException unsupported(String product) {
        return new MigrateDbException(
                ErrorCode.UNSUPPORTED_DATABASE,
                "The database calls itself '" + product + "', and MigrateDB does not know how to migrate that."
                        + " Nothing was changed. Supported are: " + Dialects.names() + ".");
    }

    static MigrateDbException lost(SQLException cause) {
        return new MigrateDbException(
                ErrorCode.CONNECTION,
                "The connection to the database was lost: " + cause.getMessage() + " (SQLState " + cause.getSQLState()
                        + "). What was committed before stays. Check that the database runs, and start again.",
                cause);
    }
}
