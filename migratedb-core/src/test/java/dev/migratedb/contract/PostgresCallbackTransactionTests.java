package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresCallbackTransactionTests extends CallbackTransactionContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
