package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteResolverTests extends ResolverContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }
}
