package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbReadOnlyPoolTests extends ReadOnlyPoolContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
