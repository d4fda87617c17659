package dev.migratedb.testsupport;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.migratedb.testsupport.MariadbTestDatabase#isAvailable",
        disabledReason = "the programs of MariaDB are not installed")
class MariadbTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return MariadbTestDatabase.get();
    }
}
