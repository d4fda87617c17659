package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresCallbackTests extends CallbackContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
