package dev.migratedb.contract;

@OnMysql
class MysqlJournalAtDeathWithoutTransactionTests extends MysqlJournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
