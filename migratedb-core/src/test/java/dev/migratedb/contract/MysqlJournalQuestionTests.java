package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlJournalQuestionTests extends JournalQuestionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
