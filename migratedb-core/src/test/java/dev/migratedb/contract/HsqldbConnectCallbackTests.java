package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbConnectCallbackTests extends ConnectCallbackContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
