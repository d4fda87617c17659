package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnMysql
@EnabledIfSystemProperty(named = "migratedb.long", matches = "true")
class MysqlJournalSweepTests extends JournalSweepContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    boolean dropOnTable() {
        return true;
    }
}
