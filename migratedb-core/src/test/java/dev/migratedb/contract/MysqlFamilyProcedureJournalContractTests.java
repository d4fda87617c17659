package dev.migratedb.contract;

/** How MariaDB and MySQL say it. */
abstract class MysqlFamilyProcedureJournalContractTests extends ProcedureJournalContractTests {

    @Override
    String halfWay() {
        return "create procedure half_way() begin insert into one values (2); commit; insert into other values (3); end";
    }

    @Override
    String lock(String table) {
        return "lock tables " + table + " write";
    }
}
