package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbCherryPickTests extends CherryPickContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
