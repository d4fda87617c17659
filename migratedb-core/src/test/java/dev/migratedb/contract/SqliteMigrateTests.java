package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class SqliteMigrateTests extends MigrateContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    /** Its schemas are databases that a connection attaches: nothing can create them. */
    @Override
    @Test
    void createsMissingSchemasAndPutsHistoryAndObjectsIntoTheFirst() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().schemas("shop").load().migrate())
                .withMessageContaining("SQLite cannot create one")
                .withMessageContaining("'migratedb.schemas'")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
        assertThat(database.tables()).isEmpty();
    }
}
