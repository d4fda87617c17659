package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLockTimeoutTests extends MysqlFamilyLockTimeoutContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
