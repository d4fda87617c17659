package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbRowsOnlyTests extends RowsOnlyWithEnginesContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
