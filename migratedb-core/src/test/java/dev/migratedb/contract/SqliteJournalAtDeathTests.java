package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
