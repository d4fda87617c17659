package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
