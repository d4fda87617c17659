package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2JournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }
}
