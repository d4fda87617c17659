package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbCherryPickTests extends CherryPickContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
