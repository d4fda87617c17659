package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteTwoProcessesTests extends TwoProcessesContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
