package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteCallbackTransactionTests extends CallbackTransactionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
