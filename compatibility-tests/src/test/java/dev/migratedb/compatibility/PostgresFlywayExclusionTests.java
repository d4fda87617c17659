package dev.migratedb.compatibility;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresFlywayExclusionTests extends FlywayExclusionContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String flywayWaits() {
        return "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_try_advisory%'"
                + " and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)";
    }
}
