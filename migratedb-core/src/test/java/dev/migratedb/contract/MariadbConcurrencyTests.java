package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbConcurrencyTests extends ConcurrencyContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
