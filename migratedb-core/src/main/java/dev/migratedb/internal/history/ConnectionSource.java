package dev.migratedb.internal.history;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a further connection to the database of the run. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection; the caller closes it. */
    Connection open() throws SQLException;
}
