package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;

class CockroachAdoptionTests extends PostgresAdoptionTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
