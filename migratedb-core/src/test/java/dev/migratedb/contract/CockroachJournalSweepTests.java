package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresLookalike;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class CockroachJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return PostgresLookalike.cockroach();
    }
}
