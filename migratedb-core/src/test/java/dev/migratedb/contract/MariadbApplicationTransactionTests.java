package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbApplicationTransactionTests extends ApplicationTransactionContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
