package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLostConnectionTests extends LostConnectionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
