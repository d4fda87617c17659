package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteCountsTests extends CountsContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
