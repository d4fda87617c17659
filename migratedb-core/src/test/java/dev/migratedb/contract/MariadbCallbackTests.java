package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbCallbackTests extends CallbackContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
