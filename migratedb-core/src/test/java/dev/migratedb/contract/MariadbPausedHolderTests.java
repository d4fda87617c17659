package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbPausedHolderTests extends PausedHolderContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
