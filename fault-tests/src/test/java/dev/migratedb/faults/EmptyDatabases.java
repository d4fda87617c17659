package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;

/** One empty database after the other, each gone when the next one is asked for. */
final class EmptyDatabases implements AutoCloseable {

    private final TestDatabase server;
    private final @Nullable String emptying;
    private @Nullable FreshDatabase current;

    /**
     * Creates the row.
     *
     * @param emptying what makes an empty database of a used one in less time than it takes to make a new one; null if nothing does
     */
    EmptyDatabases(TestDatabase server, @Nullable String emptying) {
        this.server = server;
        this.emptying = emptying;
    }

    FreshDatabase next() {
        if (current != null && emptying != null) {
            current.execute(emptying.split(";"));
            return current;
        }
        close();
        FreshDatabase made = server.freshDatabase();
        current = made;
        return made;
    }

    /** Drops the database that was given last, with whatever still uses it. */
    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
