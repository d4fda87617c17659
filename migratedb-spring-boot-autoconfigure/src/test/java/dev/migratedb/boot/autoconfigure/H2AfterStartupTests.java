package dev.migratedb.boot.autoconfigure;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2AfterStartupTests extends AfterStartupContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }
}
