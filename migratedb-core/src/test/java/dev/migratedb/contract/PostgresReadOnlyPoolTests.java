package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresReadOnlyPoolTests extends ReadOnlyPoolContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
