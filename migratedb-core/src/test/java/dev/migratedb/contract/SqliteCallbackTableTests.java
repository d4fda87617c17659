package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteCallbackTableTests extends CallbackTableContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
