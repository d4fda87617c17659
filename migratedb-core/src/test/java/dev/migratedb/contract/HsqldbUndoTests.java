package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbUndoTests extends UndoContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
