package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteLostConnectionTests extends LostConnectionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
