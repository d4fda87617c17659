package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresBaselineTests extends BaselineContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
