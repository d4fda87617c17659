package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbProcedureJournalTests extends MysqlFamilyProcedureJournalContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
