package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlInterruptionTests extends InterruptionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String longStatement() {
        return "insert into thing select sleep(300)";
    }

    @Override
    long running() {
        return database.jdbc()
                .sql("select count(*) from information_schema.processlist where db = database()"
                        + " and info like 'insert into thing select sleep%'")
                .query(Long.class)
                .single();
    }
}
