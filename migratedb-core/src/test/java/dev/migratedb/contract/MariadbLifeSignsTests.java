package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbLifeSignsTests extends MysqlFamilyLifeSignsContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
