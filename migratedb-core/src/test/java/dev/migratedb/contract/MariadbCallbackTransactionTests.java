package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbCallbackTransactionTests extends CallbackTransactionContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
