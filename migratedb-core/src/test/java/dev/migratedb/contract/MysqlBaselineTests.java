package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlBaselineTests extends BaselineContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
