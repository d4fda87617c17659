package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlJournalQuestionTests extends JournalQuestionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    /** Before 8.0.19 it knows no other way. */
    @Override
    String withoutConstraint() {
        return "alter table one drop index one_unique";
    }
}
