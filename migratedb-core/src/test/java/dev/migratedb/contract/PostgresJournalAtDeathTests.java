package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class PostgresJournalAtDeathTests extends JournalAtDeathContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
