package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlFailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
