package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlUndoTests extends UndoContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
