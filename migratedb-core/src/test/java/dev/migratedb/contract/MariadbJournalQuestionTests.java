package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbJournalQuestionTests extends JournalQuestionContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
