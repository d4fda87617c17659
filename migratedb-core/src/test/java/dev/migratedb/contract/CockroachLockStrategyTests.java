package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachLockStrategyTests extends LockStrategyContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }

    @Override
    boolean hasSessionLock() {
        return false;
    }
}
