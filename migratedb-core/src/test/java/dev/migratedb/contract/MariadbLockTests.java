package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
