package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
