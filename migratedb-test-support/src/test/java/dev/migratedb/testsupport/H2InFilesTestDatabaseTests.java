package dev.migratedb.testsupport;

class H2InFilesTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return H2TestDatabase.inFiles();
    }
}
