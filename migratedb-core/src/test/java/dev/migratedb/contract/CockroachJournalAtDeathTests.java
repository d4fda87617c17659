package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
