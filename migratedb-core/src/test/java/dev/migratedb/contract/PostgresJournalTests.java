package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
