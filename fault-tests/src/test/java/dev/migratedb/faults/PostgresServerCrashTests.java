package dev.migratedb.faults;

import dev.migratedb.testsupport.CrashingServer;

class PostgresServerCrashTests extends ServerCrashContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    CrashingServer server() {
        return CrashingServer.postgres();
    }

    @Override
    int rounds() {
        return LongForm.rounds(2, 30);
    }
}
