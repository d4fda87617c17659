package dev.migratedb.contract;

@OnMariadb
class MariadbJournalWithoutTransactionTests extends MariadbJournalTests {

    @Override
    boolean transactional() {
        return false;
    }
}
