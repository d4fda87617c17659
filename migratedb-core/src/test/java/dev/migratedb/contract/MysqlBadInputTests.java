package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlBadInputTests extends BadInputContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
