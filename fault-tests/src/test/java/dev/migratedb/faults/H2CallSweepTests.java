package dev.migratedb.faults;

class H2CallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.H2;
    }
}
