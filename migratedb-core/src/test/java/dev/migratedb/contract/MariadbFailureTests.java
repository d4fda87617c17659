package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbFailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
