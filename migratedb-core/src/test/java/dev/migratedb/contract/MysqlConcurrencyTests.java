package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlConcurrencyTests extends ConcurrencyContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
