package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class PostgresLostConnectionTests extends LostConnectionOnTheWireContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String sleep() {
        return "select pg_sleep(60)";
    }

    @Override
    List<String> sleepers() {
        return database.strings(
                "select pid from pg_stat_activity where datname = current_database() and state = 'active'"
                        + " and query like 'select pg_sleep(60)%'");
    }

    @Override
    void end(String session) {
        database.strings("select pg_terminate_backend(" + session + ")");
    }
}
