package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresRepairTests extends RepairContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
