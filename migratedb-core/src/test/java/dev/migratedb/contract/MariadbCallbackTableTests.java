package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbCallbackTableTests extends CallbackTableContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
