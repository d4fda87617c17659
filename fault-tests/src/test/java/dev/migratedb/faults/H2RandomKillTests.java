package dev.migratedb.faults;

@OnlyInLongForm
class H2RandomKillTests extends RandomKillContractTests {

    @Override
    Product product() {
        return Product.H2;
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 100);
    }
}
