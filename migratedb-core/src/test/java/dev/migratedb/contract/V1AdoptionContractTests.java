package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of MigrateDB 1.x, whose table has the own name and checksums that are texts. */
abstract class V1AdoptionContractTests extends ContractTests {

    static final String ONE = "create table one (id int);";
    static final String TOTALS = "create view totals as select 1 as n;";
    static final String OLD = "\"migratedb_state_v1\"";

    /** All columns but the checksum, by rank. */
    private static final String WITHOUT_CHECKSUM =
            "\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"installed_by\", \"installed_on\","
                    + " \"execution_time\", \"success\" from %s"
                    + " where \"installed_rank\" >= 0 order by \"installed_rank\"";

    /** The type of the column that says whether a migration has succeeded. */
    String typeOfSuccess() {
        return "BOOLEAN";
    }

    @BeforeEach
    void ranByVersion1() {
        script("V1__one.sql", ONE);
        script("R__totals.sql", TOTALS);
        database.execute(ONE, server().spelled(TOTALS), "create table gone (id int)");
        database.execute(
                """
                CREATE TABLE "migratedb_state" (
                    "installed_rank" INT NOT NULL,
                    "version" VARCHAR(50),
                    "description" VARCHAR(200) NOT NULL,
                    "type" VARCHAR(20) NOT NULL,
                    "script" VARCHAR(1000) NOT NULL,
                    "checksum" VARCHAR(100),
                    "installed_by" VARCHAR(100) NOT NULL,
                    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
                    "execution_time" INTEGER NOT NULL,
                    "success" %s NOT NULL,
                    CONSTRAINT "migratedb_state_pk" PRIMARY KEY ("installed_rank"))""".formatted(typeOfSuccess()),
                "CREATE INDEX \"migratedb_state_s_idx\" ON \"migratedb_state\" (\"success\")",
                row(-1, null, "<< MigrateDb Schema History table created >>", "TABLE", "", null),
                row(1, "1", "one", "SQL", "V1__one.sql", "b7a1"),
                row(2, "0.5", "gone", "SQL", "V0_5__gone.sql", "c8b2"),
                row(3, null, "totals", "SQL", "R__totals.sql", "d9c3"));
    }

    private static String row(
            int rank,
            @Nullable String version,
            String description,
            String type,
            String script,
            @Nullable String checksum) {
        return "INSERT INTO " + HISTORY + " VALUES (" + rank + ", " + text(version) + ", " + text(description) + ", "
                + text(type) + ", " + text(script) + ", " + text(checksum)
                + ", 'ann', '2023-05-06 07:08:09.123456', 42, TRUE)";
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    List<String> rowsOf(String table) {
        return FlywayHistory.rows(database, WITHOUT_CHECKSUM.formatted(table));
    }

    List<String> checksums() {
        return database.strings("select \"checksum\" from " + HISTORY + " order by \"installed_rank\"");
    }

    @Test
    void isRefusedUnlessAskedForAndTheErrorSaysHow() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("MigrateDB 1.x")
                .withMessageContaining("set 'migratedb.adopt' to migratedb-v1")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.HISTORY_DAMAGED));

        assertThat(database.tables()).doesNotContain("migratedb_state_v1");
    }

    @Test
    void isNotOverwrittenWhereItsNewNameIsTaken() {
        database.execute("create table " + OLD + " (id int)");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().adopt(Adopt.MIGRATEDB_V1).load().migrate())
                .withMessageContaining(server().quoted("migratedb_state_v1") + ", and there is a table of that name")
                .withMessageContaining("Nothing was changed");
    }

    /** What taking it over leads to, be it by the engine or by hand. */
    void assertThatItIsTakenOver(List<String> before) {
        assertThat(rowsOf(OLD)).isEqualTo(before);
        assertThat(rowsOf(HISTORY).subList(0, 3)).isEqualTo(before);
        assertThat(checksums().subList(0, 3))
                .containsExactly(
                        String.valueOf(FlywayHistory.checksum(ONE)),
                        "null",
                        String.valueOf(FlywayHistory.checksum(server().spelled(TOTALS))));
    }
}
