package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteBadInputTests extends BadInputContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
