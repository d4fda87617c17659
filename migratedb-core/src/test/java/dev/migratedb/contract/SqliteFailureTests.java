package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteFailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
