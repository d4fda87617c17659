package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteExternalScriptTests extends ExternalScriptContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
