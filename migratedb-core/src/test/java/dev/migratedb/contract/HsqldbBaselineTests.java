package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbBaselineTests extends BaselineContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
