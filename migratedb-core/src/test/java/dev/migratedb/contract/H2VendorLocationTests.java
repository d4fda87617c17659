package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2VendorLocationTests extends VendorLocationContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    String vendor() {
        return "h2";
    }
}
