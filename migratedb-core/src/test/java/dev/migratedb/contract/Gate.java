package dev.migratedb.contract;

import dev.migratedb.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement of MySQL and MariaDB that runs until this is closed. */
final class Gate implements AutoCloseable {

    /** How it begins. */
    static final String BEGIN = "select get_lock(concat(";

    static final String STATEMENT = BEGIN + "'gate-', database()), 600)";

    private final Connection connection;

    Gate(FreshDatabase database) throws SQLException {
        connection = database.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(STATEMENT);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
