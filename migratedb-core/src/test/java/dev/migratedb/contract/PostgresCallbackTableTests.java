package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresCallbackTableTests extends CallbackTableContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
