package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbLeaseTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().lockStrategy(Strategy.LEASE);
    }

    @Override
    String now() {
        return "utc_timestamp(6)";
    }
}
