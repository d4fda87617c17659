package dev.migratedb.faults;

class PostgresEndedSessionTests extends EndedSessionContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    int rounds() {
        return LongForm.rounds(5, 50);
    }
}
