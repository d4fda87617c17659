package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresInterruptionTests extends InterruptionContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String longStatement() {
        return "insert into thing select 1 from pg_sleep(300)";
    }

    @Override
    long running() {
        return database.jdbc()
                .sql("select count(*) from pg_stat_activity where datname = current_database() and state = 'active'"
                        + " and query like '%pg_sleep(300)' and pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }
}
