package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    boolean dropOnTable() {
        return true;
    }
}
