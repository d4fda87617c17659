package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbDryRunTests extends MysqlFamilyDryRunContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
