package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2LostConnectionTests extends LostConnectionContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }
}
