package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlCallbackTransactionTests extends CallbackTransactionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
