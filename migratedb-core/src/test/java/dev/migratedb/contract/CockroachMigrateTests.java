package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
