package dev.migratedb.contract;

class H2JournalAtDeathWithoutTransactionTests extends H2JournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
