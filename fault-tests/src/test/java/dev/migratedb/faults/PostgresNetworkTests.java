package dev.migratedb.faults;

class PostgresNetworkTests extends NetworkContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    String aSecondForAnAnswer() {
        return "?socketTimeout=1";
    }
}
