package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class H2ErrorOverrideTests extends ErrorOverrideContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    String missingTable() {
        return "42S02";
    }

    @Override
    int missingTableCode() {
        return 42102;
    }

    @Test
    void anErrorThatHasTakenTheTransactionBackCannotBeTolerated() {
        database.execute("create alias deadlock as 'void deadlock() throws java.sql.SQLException {"
                + " throw new java.sql.SQLException(\"Deadlock detected\", \"40001\"); }'");
        script("V1__deadlock.sql", "call deadlock();");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().baselineOnMigrate(true)
                        .baselineVersion("0")
                        .errorOverrides("*:*:W")
                        .load()
                        .migrate())
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("40001"));
    }
}
