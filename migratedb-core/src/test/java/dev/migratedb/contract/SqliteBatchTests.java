package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteBatchTests extends BatchContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
