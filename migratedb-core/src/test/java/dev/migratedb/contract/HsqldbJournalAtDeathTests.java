package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
