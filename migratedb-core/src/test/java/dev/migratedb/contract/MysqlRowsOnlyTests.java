package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlRowsOnlyTests extends RowsOnlyWithEnginesContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
