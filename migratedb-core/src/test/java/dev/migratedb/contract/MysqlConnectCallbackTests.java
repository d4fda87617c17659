package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlConnectCallbackTests extends ConnectCallbackContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
