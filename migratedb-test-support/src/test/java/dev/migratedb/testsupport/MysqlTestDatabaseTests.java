package dev.migratedb.testsupport;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.migratedb.testsupport.MysqlTestDatabase#isAvailable",
        disabledReason = "the profile mysql is off, or its server does not run here")
class MysqlTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return MysqlTestDatabase.get();
    }
}
