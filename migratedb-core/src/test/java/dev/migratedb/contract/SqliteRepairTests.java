package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteRepairTests extends RepairContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
