package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlRepairTests extends RepairContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
