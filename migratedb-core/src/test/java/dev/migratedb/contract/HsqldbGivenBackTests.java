package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbGivenBackTests extends GivenBackContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    long locks() {
        return owners();
    }
}
