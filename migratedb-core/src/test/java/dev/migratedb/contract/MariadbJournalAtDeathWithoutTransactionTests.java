package dev.migratedb.contract;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMariadb
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MariadbJournalAtDeathWithoutTransactionTests extends MariadbJournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
