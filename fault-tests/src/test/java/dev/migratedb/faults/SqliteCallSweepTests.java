package dev.migratedb.faults;

@OnlyInLongForm
class SqliteCallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.SQLITE;
    }
}
