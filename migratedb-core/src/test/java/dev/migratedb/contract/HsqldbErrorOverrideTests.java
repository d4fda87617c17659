package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbErrorOverrideTests extends ErrorOverrideContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    String missingTable() {
        return "42501";
    }

    @Override
    int missingTableCode() {
        return -5501;
    }
}
