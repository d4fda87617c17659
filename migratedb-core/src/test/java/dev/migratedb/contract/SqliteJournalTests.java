package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
