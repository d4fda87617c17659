package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbExternalScriptTests extends ExternalScriptContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
