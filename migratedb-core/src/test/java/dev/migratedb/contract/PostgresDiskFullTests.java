package dev.migratedb.contract;

import dev.migratedb.testsupport.SmallDisk;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PostgresDiskFullTests extends DiskFullContractTests {

    @Override
    SmallDisk disk() {
        return SmallDisk.postgres();
    }

    @Override
    String rows(int count) {
        return "generate_series(1, " + count + ") as numbers(i)";
    }

    @Override
    String cause() {
        return "could not extend file";
    }

    @Override
    String stateOfTable() {
        return "rolled back";
    }
}
