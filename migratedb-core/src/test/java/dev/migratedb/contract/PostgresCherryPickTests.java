package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresCherryPickTests extends CherryPickContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
