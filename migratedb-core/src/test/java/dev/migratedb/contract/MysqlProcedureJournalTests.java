package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlProcedureJournalTests extends MysqlFamilyProcedureJournalContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
