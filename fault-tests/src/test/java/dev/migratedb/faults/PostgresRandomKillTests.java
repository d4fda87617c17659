package dev.migratedb.faults;

class PostgresRandomKillTests extends RandomKillContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    int rounds() {
        return LongForm.rounds(4, 200);
    }
}
