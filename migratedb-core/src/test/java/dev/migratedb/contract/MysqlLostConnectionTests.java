package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

@OnMysql
class MysqlLostConnectionTests extends LostConnectionOnTheWireContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String sleep() {
        return "select sleep(60)";
    }

    @Override
    List<String> sleepers() {
        return database.strings("select id from information_schema.processlist where db = database()"
                + " and info like 'select sleep(60)%'");
    }

    @Override
    void end(String session) {
        database.execute("kill " + session);
    }
}
