package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbCallbackTransactionTests extends CallbackTransactionContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
