package dev.migratedb.boot.autoconfigure;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresAfterStartupTests extends AfterStartupContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
