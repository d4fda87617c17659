package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class YugabyteCleanTests extends LookalikeCleanContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.yugabyte();
    }
}
