package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
