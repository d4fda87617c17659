package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbConnectCallbackTests extends ConnectCallbackContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
