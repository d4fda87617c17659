package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresLeaseTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().lockStrategy(Strategy.LEASE);
    }
}
