package dev.migratedb.faults;

@OnMariadb
class MariadbEndedSessionTests extends EndedSessionContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    int rounds() {
        return LongForm.rounds(2, 20);
    }
}
