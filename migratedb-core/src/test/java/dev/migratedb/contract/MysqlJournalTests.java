package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
