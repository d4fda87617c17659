package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
