package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachJournalTests extends LookalikeJournalContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
