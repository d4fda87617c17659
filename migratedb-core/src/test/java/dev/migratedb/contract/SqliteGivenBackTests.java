package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteGivenBackTests extends GivenBackContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    long locks() {
        return owners();
    }

    @Override
    boolean mayChangeReadOnly() {
        return false;
    }
}
