package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresUndoTests extends UndoContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
