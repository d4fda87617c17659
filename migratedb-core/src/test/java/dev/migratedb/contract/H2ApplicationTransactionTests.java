package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2ApplicationTransactionTests extends ApplicationTransactionContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }
}
