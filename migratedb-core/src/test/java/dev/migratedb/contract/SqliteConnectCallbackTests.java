package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteConnectCallbackTests extends ConnectCallbackContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
