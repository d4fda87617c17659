package dev.migratedb.faults;

@OnMariadb
@OnlyInLongForm
class MariadbRandomKillTests extends RandomKillContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 100);
    }
}
