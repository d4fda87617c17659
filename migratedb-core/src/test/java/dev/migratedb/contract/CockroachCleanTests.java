package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachCleanTests extends LookalikeCleanContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
