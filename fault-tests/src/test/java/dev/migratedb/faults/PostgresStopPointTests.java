package dev.migratedb.faults;

class PostgresStopPointTests extends StopPointContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    boolean lockMayEndBeforeItsHolder() {
        return false;
    }
}
