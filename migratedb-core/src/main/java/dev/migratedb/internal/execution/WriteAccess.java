package dev.migratedb.internal.execution;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Says that a connection may only read before anything is changed, instead of with the first statement that fails. A flag of
 * the pool is not overruled: drivers choose the server by it.
 */
public final class WriteAccess {

    private WriteAccess() {}

    /**
     * Makes sure that the run may write.
     *
     * @throws MigrateDbException if it may not
     */
    public static void require(WorkConnection work) {
        String obstacle;
        try {
            obstacle = obstacle(work);
        } catch (SQLException ex) {
            throw notTold(Texts.cause(ex), ex);
        } catch (DataAccessException ex) {
            throw notTold(Texts.cause(ex.getMostSpecificCause()), ex);
        }
        if (obstacle != null) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "There is work to do, but nothing can be written to " + work.url() + ": " + obstacle
                            + " Nothing was changed.");
        }
    }

    private static @Nullable String obstacle(WorkConnection work) throws SQLException {
        String ofDatabase = work.dialect().readOnlyBecause(work.connection(), work.jdbc());
        if (ofDatabase != null) {
            return ofDatabase;
        }
        return work.connection().isReadOnly()
                ? "the connection came as a read-only one (JDBC's read-only flag), as its pool, its DataSource or a property"
                        + " of its driver says. Switch that off (HikariCP: 'spring.datasource.hikari.read-only'), or give"
                        + " migrations a DataSource of their own ('migratedb.url', or a bean with @MigrateDbDataSource)."
                : null;
    }

    private static MigrateDbException notTold(String cause, Exception ex) {
        return new MigrateDbException(
                ErrorCode.CONNECTION,
                "The database does not tell whether it can be written to: " + cause
                        + ". Nothing was changed. See to the cause and start again.",
                ex);
    }
}
