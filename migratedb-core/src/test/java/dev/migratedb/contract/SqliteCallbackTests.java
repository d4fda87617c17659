package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class SqliteCallbackTests extends CallbackContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    /** Its schemas are databases that a connection attaches: nothing can create them. */
    @Override
    @Test
    void firesTheEventsOfSchemaCreationOnlyWhenSchemasAreCreated() {
        twoVersionedAndOneRepeatable();
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() ->
                        engine().schemas("shop").callbacks(callback).load().migrate())
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));

        assertThat(callback.fired()).doesNotContain("reateSchema").endsWith("afterMigrateError");
        assertThat(database.tables()).isEmpty();
    }
}
