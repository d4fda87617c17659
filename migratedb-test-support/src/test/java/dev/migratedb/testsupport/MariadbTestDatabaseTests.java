package dev.migratedb.testsupport;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.migratedb.testsupport.MariadbTestDatabase#isAvailable")
class MariadbTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return MariadbTestDatabase.get();
    }
}
