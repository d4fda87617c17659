package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlTwoProcessesTests extends TwoProcessesContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
