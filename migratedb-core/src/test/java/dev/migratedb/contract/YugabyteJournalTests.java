package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class YugabyteJournalTests extends LookalikeJournalContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.yugabyte();
    }
}
