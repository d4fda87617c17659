package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
