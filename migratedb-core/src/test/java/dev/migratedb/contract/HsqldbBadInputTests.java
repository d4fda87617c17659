package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbBadInputTests extends BadInputContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
