package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbLockedTablesJournalTests extends LockedTablesJournalContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
