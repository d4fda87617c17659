package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
