package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbLostConnectionTests extends LostConnectionContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
