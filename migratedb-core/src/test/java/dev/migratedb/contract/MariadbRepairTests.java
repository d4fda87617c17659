package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbRepairTests extends RepairContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
