package dev.migratedb.contract;

class H2JournalWithoutTransactionTests extends H2JournalTests {

    @Override
    boolean transactional() {
        return false;
    }
}
