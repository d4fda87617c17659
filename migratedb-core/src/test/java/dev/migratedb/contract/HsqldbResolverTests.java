package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbResolverTests extends ResolverContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }
}
