package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbRepairTests extends RepairContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
