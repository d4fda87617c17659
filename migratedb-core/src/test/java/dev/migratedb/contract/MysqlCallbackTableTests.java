package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlCallbackTableTests extends CallbackTableContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
