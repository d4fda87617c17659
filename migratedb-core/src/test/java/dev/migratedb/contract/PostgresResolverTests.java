package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresResolverTests extends ResolverContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }
}
