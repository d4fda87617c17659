package dev.migratedb.faults;

@OnlyInLongForm
class SqliteRandomKillTests extends RandomKillContractTests {

    @Override
    Product product() {
        return Product.SQLITE;
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 100);
    }
}
