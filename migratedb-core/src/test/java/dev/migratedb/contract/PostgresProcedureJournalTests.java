package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresProcedureJournalTests extends ProcedureJournalContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String halfWay() {
        return "create procedure half_way() language plpgsql as $$ begin insert into one values (2); commit;"
                + " insert into other values (3); end $$";
    }

    @Override
    String lock(String table) {
        return "lock table " + table;
    }
}
