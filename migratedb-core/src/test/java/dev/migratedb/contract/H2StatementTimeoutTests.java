package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2StatementTimeoutTests extends StatementTimeoutContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    String slow() {
        return "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b where a.x < b.x";
    }
}
