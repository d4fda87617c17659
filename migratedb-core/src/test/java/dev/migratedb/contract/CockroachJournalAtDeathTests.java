package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class CockroachJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
