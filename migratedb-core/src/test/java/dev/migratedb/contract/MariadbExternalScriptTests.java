package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbExternalScriptTests extends ExternalScriptContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
