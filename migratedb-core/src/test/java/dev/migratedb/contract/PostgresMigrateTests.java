package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
