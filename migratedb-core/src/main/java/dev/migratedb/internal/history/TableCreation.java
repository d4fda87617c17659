package dev.migratedb.internal.history;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells of a table of this engine that could not be created. */
final class TableCreation {

    private TableCreation() {}

    /**
     * What to tell.
     *
     * @param what could not be created, up to the reason
     * @param state what the failure means for the migrations
     * @param remedy where the database has refused; where the connection was lost, it would mislead
     */
    static MigrateDbException failed(DataAccessException failure, String what, String state, String remedy) {
        boolean refused = !(failure instanceof DataAccessResourceFailureException);
        return new MigrateDbException(
                refused ? ErrorCode.CONFIGURATION : ErrorCode.CONNECTION,
                what + ": " + failure.getMostSpecificCause().getMessage() + ". " + state + " "
                        + (refused ? remedy : "See to the cause and start again."),
                failure);
    }
}
