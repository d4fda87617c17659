package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteCherryPickTests extends CherryPickContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
