package dev.migratedb.compatibility;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.function.Supplier;

/** The databases that scenarios are played on. */
enum Database {
    POSTGRESQL(PostgresTestDatabase::get, "postgresql.sql"),
    H2(H2TestDatabase::inMemory, "h2.sql");

    private final Supplier<TestDatabase> server;
    private final String catalogQuery;

    Database(Supplier<TestDatabase> server, String catalogQuery) {
        this.server = server;
        this.catalogQuery = catalogQuery;
    }

    TestDatabase server() {
        return server.get();
    }

    /** The name of the resource with the query that lists everything that is in a database, one line per thing. */
    String catalogQuery() {
        return catalogQuery;
    }
}
