package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresConcurrencyTests extends ConcurrencyContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
