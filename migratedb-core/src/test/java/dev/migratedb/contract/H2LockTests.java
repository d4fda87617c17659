package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2LockTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }
}
