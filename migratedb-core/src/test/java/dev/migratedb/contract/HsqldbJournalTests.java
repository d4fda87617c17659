package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
