package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
