package dev.migratedb.faults;

class PostgresCallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }
}
