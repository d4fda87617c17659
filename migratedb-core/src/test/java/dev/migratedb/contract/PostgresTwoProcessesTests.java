package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresTwoProcessesTests extends TwoProcessesContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
