package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbReadOnlyPoolTests extends ReadOnlyPoolContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
