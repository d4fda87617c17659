package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresExternalScriptTests extends ExternalScriptContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
