package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2GivenBackTests extends GivenBackContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    long locks() {
        return owners();
    }
}
