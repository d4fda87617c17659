package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbLockTimeoutTests extends MysqlFamilyLockTimeoutContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }
}
