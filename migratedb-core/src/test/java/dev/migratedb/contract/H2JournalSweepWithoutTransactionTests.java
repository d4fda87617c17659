package dev.migratedb.contract;

class H2JournalSweepWithoutTransactionTests extends H2JournalSweepTests {

    @Override
    boolean transactional() {
        return false;
    }
}
