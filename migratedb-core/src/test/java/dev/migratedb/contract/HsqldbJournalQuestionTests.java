package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbJournalQuestionTests extends JournalQuestionContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
