package dev.migratedb.contract;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMysql
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MysqlJournalAtDeathWithoutTransactionTests extends MysqlJournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
