package dev.migratedb.faults;

import dev.migratedb.testsupport.CrashingServer;

@OnMariadb
class MariadbServerCrashTests extends ServerCrashContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    CrashingServer server() {
        return CrashingServer.mariadb();
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 10);
    }
}
