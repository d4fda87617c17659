package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbLockTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
