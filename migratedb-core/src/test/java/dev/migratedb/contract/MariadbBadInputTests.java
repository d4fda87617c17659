package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbBadInputTests extends BadInputContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
