package dev.migratedb.testsupport;

class H2InMemoryTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return H2TestDatabase.inMemory();
    }
}
