package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresApplicationTransactionTests extends ApplicationTransactionContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
