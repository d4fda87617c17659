package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlKilledHolderTests extends MysqlFamilyKilledHolderContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
