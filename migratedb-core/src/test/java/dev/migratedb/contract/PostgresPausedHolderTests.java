package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresPausedHolderTests extends PausedHolderContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
