package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbProcedureJournalTests extends ProcedureJournalContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String halfWay() {
        return "create procedure half_way() begin insert into one values (2); commit; insert into other values (3); end";
    }

    @Override
    String lock(String table) {
        return "lock tables " + table + " write";
    }
}
