package dev.migratedb.contract;

@OnMysql
class MysqlJournalWithoutTransactionTests extends MysqlJournalTests {

    @Override
    boolean transactional() {
        return false;
    }
}
