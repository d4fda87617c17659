package dev.migratedb.contract;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMysql
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MysqlJournalSweepWithoutTransactionTests extends MysqlJournalSweepTests {

    @Override
    boolean transactional() {
        return false;
    }
}
