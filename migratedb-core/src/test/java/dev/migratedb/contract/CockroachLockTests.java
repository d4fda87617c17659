package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
