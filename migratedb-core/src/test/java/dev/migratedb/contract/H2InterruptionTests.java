package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2InterruptionTests extends InterruptionContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    String longStatement() {
        return "insert into thing select max(a.x) from system_range(1, 100000) a, system_range(1, 100000) b";
    }

    @Override
    boolean isReachable() {
        return false;
    }
}
