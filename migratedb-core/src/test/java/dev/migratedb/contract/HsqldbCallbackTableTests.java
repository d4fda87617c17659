package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbCallbackTableTests extends CallbackTableContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
