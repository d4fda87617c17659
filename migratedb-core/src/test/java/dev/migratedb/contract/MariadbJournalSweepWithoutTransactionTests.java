package dev.migratedb.contract;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMariadb
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MariadbJournalSweepWithoutTransactionTests extends MariadbJournalSweepTests {

    @Override
    boolean transactional() {
        return false;
    }
}
