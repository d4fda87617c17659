package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresVendorLocationTests extends VendorLocationContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}
