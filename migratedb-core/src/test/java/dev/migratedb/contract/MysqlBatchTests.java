package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlBatchTests extends BatchContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
