package dev.migratedb.contract;

@OnMariadb
class MariadbJournalAtDeathWithoutTransactionTests extends MariadbJournalAtDeathTests {

    @Override
    boolean transactional() {
        return false;
    }
}
