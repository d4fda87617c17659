package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
