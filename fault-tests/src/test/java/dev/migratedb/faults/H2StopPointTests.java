package dev.migratedb.faults;

@OnlyInLongForm
class H2StopPointTests extends StopPointContractTests {

    @Override
    Product product() {
        return Product.H2;
    }

    @Override
    boolean lockMayEndBeforeItsHolder() {
        return true;
    }
}
