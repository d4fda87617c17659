package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
