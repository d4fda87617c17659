package dev.migratedb.faults;

class MariadbCallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}
