package dev.migratedb.internal.execution;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/** Gives the engine's own JDBC helpers the connection of the run, which they must not close. */
final class RunDataSource extends AbstractDataSource implements SmartDataSource {

    private final Supplier<Connection> current;

    RunDataSource(Supplier<Connection> current) {
        this.current = current;
    }

    @Override
    public Connection getConnection() {
        return current.get();
    }

    @Override
    public Connection getConnection(String username, String password) {
        return current.get();
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }
}
