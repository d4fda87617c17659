package dev.migratedb.faults;

class SqliteCallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.SQLITE;
    }
}
