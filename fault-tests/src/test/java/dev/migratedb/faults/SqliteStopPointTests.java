package dev.migratedb.faults;

@OnlyInLongForm
class SqliteStopPointTests extends StopPointContractTests {

    @Override
    Product product() {
        return Product.SQLITE;
    }

    @Override
    boolean lockMayEndBeforeItsHolder() {
        return true;
    }
}
