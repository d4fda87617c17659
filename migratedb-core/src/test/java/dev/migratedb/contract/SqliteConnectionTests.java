package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class SqliteConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String setting() {
        return "pragma cache_size = -4321";
    }

    @Override
    String query() {
        return "(select cache_size from pragma_cache_size)";
    }

    @Override
    String value() {
        return "-4321";
    }

    @Override
    String jdbcProperty() {
        return "cache_size";
    }

    @Test
    void aRoleIsRefusedSinceThereAreNone() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().runAsRole("owner").load().migrate())
                .withMessageContainingAll("'migratedb.run-as-role'", "SQLite", "Leave the setting out");
    }
}
