package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLockedTablesJournalTests extends LockedTablesJournalContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
