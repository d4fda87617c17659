package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbCountsTests extends CountsContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
