package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    boolean dropOnTable() {
        return true;
    }
}
