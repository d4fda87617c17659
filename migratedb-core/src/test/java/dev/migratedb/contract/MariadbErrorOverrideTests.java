package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbErrorOverrideTests extends ErrorOverrideContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String missingTable() {
        return "42S02";
    }

    @Override
    int missingTableCode() {
        return 1146;
    }
}
