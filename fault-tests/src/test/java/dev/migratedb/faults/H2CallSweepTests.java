package dev.migratedb.faults;

@OnlyInLongForm
class H2CallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.H2;
    }
}
