package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbRowsOnlyTests extends RowsOnlyContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
