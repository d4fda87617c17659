package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbBatchTests extends BatchContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
