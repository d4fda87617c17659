package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class MariadbVendorLocationTests extends VendorLocationContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String vendor() {
        return "mariadb";
    }
}
