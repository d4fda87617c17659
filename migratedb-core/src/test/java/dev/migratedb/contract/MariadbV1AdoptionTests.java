package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbV1AdoptionTests extends V1AdoptionByHandContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
