package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

@OnMariadb
class MariadbLostConnectionTests extends LostConnectionOnTheWireContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
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
