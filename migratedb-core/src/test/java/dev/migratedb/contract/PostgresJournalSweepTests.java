package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class PostgresJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
