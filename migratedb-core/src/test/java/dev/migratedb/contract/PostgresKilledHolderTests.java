package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;

class PostgresKilledHolderTests extends KilledHolderContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String longStatement() {
        return "select pg_sleep(600)";
    }

    @Override
    boolean isRunning() {
        return !database.strings(
                        "select pid from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'"
                                + " and datname = current_database()")
                .isEmpty();
    }

    /** The server looks every second; the rest is for a machine that has other things to do. */
    @Override
    Duration patience() {
        return Duration.ofSeconds(20);
    }
}
