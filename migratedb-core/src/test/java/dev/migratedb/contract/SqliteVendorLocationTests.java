package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteVendorLocationTests extends VendorLocationContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String vendor() {
        return "sqlite";
    }
}
