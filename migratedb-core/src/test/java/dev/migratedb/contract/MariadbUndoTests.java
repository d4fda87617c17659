package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbUndoTests extends UndoContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
