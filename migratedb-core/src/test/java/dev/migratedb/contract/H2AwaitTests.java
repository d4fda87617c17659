package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2AwaitTests extends AwaitContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }
}
