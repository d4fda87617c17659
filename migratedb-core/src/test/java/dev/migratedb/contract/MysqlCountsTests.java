package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlCountsTests extends CountsContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
