package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlErrorOverrideTests extends ErrorOverrideContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String missingTable() {
        return "42S02";
    }

    @Override
    int missingTableCode() {
        return 1146;
    }
}
