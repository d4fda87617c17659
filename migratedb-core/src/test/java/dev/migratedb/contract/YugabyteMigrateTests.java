package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class YugabyteMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.yugabyte();
    }
}
