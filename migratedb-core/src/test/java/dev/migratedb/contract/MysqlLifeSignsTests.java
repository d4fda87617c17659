package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLifeSignsTests extends MysqlFamilyLifeSignsContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
