package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresBadInputTests extends BadInputContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
