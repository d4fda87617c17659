package dev.migratedb.contract;

class HsqldbJournalAtDeathWithoutTransactionTests extends HsqldbJournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
