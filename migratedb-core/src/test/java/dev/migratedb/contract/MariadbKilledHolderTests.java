package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbKilledHolderTests extends MysqlFamilyKilledHolderContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
