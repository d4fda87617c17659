package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlDryRunTests extends MysqlFamilyDryRunContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
