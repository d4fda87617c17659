package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbCountsTests extends CountsContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
