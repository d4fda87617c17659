package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteApplicationTransactionTests extends ApplicationTransactionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
