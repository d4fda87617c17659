package dev.migratedb.contract;

import dev.migratedb.testsupport.SmallDisk;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@OnMariadb
@EnabledOnOs(OS.LINUX)
class MariadbDiskFullTests extends DiskFullContractTests {

    @Override
    SmallDisk disk() {
        return SmallDisk.mariadb();
    }

    @Override
    String rows(int count) {
        return "(select seq as i from seq_1_to_" + count + ") as numbers";
    }

    @Override
    String cause() {
        return "is full";
    }

    @Override
    String stateOfTable() {
        return "goes on there";
    }
}
