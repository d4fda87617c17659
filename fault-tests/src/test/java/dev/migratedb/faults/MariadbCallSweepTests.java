package dev.migratedb.faults;

@OnMariadb
@OnlyInLongForm
class MariadbCallSweepTests extends CallSweepContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}
