package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlProcedureJournalTests extends ProcedureJournalContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
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
