package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbVendorLocationTests extends VendorLocationContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    String vendor() {
        return "hsqldb";
    }
}
