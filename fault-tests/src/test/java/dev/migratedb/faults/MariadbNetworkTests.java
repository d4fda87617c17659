package dev.migratedb.faults;

@OnMariadb
@OnlyInLongForm
class MariadbNetworkTests extends NetworkContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String aSecondForAnAnswer() {
        return "?socketTimeout=1000";
    }
}
