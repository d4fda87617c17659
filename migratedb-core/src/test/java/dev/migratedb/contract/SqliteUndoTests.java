package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteUndoTests extends UndoContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
