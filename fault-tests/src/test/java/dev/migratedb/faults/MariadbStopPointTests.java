package dev.migratedb.faults;

@OnMariadb
@OnlyInLongForm
class MariadbStopPointTests extends StopPointContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    boolean lockMayEndBeforeItsHolder() {
        return false;
    }
}
