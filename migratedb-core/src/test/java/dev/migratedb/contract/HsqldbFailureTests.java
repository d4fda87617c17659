package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbFailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
