package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMariadb
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MariadbJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    boolean dropOnTable() {
        return true;
    }
}
