package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbTwoProcessesTests extends TwoProcessesContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
