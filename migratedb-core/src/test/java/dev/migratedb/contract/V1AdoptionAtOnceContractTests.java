package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where DDL takes part in transactions, all of it is done or nothing. */
abstract class V1AdoptionAtOnceContractTests extends V1AdoptionContractTests {

    /** The names of the indexes of both histories, sorted. */
    abstract List<String> indexes();

    private String place(String table) {
        return server().quoted(database.currentSchema()) + "." + server().quoted(table);
    }

    MigrateDb adopting() {
        return engine().adopt(Adopt.MIGRATEDB_V1)
                .ignoreMigrationPatterns("*:missing")
                .load();
    }

    @Test
    void isRenamedAndCopiedWithTheChecksumsOfItsFiles() {
        script("V2__two.sql", "create table two (id int);");
        List<String> before = rowsOf(HISTORY);

        try (LogLines lines = new LogLines()) {
            assertThat(adopting().migrate().migrations())
                    .extracting(MigrationInfo::script)
                    .containsExactly("V2__two.sql");
            assertThat(lines.of(Level.INFO))
                    .contains("Took over the history of MigrateDB 1.x: 3 rows of " + place("migratedb_state")
                            + ", 2 with the"
                            + " checksum of its file as it is now (now at version 1). That table is called "
                            + place("migratedb_state_v1") + " now.");
        }

        assertThatItIsTakenOver(before);
        assertThat(history()).last().isEqualTo("4 2 two SQL V2__two.sql ok");
        assertThat(indexes()).contains("migratedb_state_s_idx", "migratedb_state_v1_s_idx");
        assertThat(adopting().migrate().migrationsExecuted()).isZero();
        assertThat(engine().ignoreMigrationPatterns("*:missing")
                        .load()
                        .validate()
                        .problems())
                .isEmpty();
    }

    @Test
    void infoAndValidateShowItAsItWouldBeAndChangeNothing() {
        assertThat(adopting().info().all())
                .extracting(MigrationInfo::state)
                .containsExactly(MigrationState.SUCCESS, MigrationState.MISSING_SUCCESS, MigrationState.SUCCESS);
        assertThat(adopting().validate().problems()).isEmpty();

        assertThat(database.tables()).contains("migratedb_state").doesNotContain("migratedb_state_v1");
    }

    @Test
    void repairTakesItOverToo() {
        List<String> before = rowsOf(HISTORY);

        engine().adopt(Adopt.MIGRATEDB_V1).load().repair();

        assertThatItIsTakenOver(before);
        assertThat(history()).last().isEqualTo("4 0.5 gone DELETE V0_5__gone.sql ok");
    }

    @Test
    void cannotBeHandedToFlywayBeforeItIsTakenOver() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> adopting().exportFlywayHistory())
                .withMessageContaining("Run migrate first");
    }
}
