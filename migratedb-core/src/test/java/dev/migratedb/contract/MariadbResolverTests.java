package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbResolverTests extends ResolverContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
