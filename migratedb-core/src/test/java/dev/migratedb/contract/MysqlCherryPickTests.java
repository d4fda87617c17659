package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlCherryPickTests extends CherryPickContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
