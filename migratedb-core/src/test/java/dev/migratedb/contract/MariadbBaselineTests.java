package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbBaselineTests extends BaselineContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
