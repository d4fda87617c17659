package dev.migratedb.boot.autoconfigure.slices;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container as Testcontainers has them, but its server is an embedded one: this needs no Docker. */
final class EmbeddedContainer extends PostgreSQLContainer {

    private final FreshDatabase database = PostgresTestDatabase.get().freshDatabase();

    EmbeddedContainer() {
        super("postgres:17-alpine");
    }

    @Override
    public void start() {
        // it runs already
    }

    @Override
    public void stop() {
        database.close();
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public String getJdbcUrl() {
        return database.url();
    }

    @Override
    public String getUsername() {
        return database.user();
    }

    @Override
    public String getPassword() {
        return database.password();
    }
}
