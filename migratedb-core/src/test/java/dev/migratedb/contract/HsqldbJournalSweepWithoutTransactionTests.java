package dev.migratedb.contract;

class HsqldbJournalSweepWithoutTransactionTests extends HsqldbJournalSweepTests {

    @Override
    boolean transactional() {
        return false;
    }
}
