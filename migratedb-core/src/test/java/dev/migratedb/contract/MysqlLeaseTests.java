package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlLeaseTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
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
