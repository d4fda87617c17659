package dev.migratedb.testsupport;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.migratedb.testsupport.MysqlTestDatabase#isAvailable")
class MysqlTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return MysqlTestDatabase.get();
    }
}
