package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;

class SqliteErrorOverrideTests extends ErrorOverrideContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    @Nullable
    String missingTable() {
        return null;
    }

    @Override
    int missingTableCode() {
        return 1;
    }
}
