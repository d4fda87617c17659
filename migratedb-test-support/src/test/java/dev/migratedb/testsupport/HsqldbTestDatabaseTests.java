package dev.migratedb.testsupport;

class HsqldbTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return HsqldbTestDatabase.get();
    }
}
