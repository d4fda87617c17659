package dev.migratedb.contract;

class HsqldbJournalWithoutTransactionTests extends HsqldbJournalTests {

    @Override
    boolean transactional() {
        return false;
    }
}
