package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class YugabyteLockStrategyTests extends LockStrategyContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.yugabyte();
    }

    @Override
    boolean hasSessionLock() {
        return false;
    }
}
