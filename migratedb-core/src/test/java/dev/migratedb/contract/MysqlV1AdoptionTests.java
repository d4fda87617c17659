package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlV1AdoptionTests extends V1AdoptionByHandContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
