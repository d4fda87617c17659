package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachLeaseTests extends LeaseContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
