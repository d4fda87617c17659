package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.contract.DisturbedDataSource.Fault;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresJournalTests extends JournalContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Test
    void findsADatabaseThatWasMadeBeforeTheProcessDied() {
        String made = "made_" + UUID.randomUUID().toString().replace("-", "");
        lasting("V1__database.sql", "create database " + made + ";\ncreate table one (id int);");
        DisturbedDataSource mortal =
                DisturbedDataSource.at(database.dataSource(), Fault.DEATH_BEHIND, "create database");
        try {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().dataSource(mortal).load().migrate());

            assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
        } finally {
            database.execute("drop database " + made);
        }
    }
}
