package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbConcurrencyTests extends ConcurrencyContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
