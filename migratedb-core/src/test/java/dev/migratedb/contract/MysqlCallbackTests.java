package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlCallbackTests extends CallbackContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
