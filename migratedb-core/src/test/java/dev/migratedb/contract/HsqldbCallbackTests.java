package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbCallbackTests extends CallbackContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
