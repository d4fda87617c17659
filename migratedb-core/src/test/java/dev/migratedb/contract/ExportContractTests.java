package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.result.ExportResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class ExportContractTests extends ContractTests {

    /** How Flyway makes its table. */
    abstract String[] flywayDdl();

    private List<String> flywayRows() {
        return FlywayHistory.everything(database, FlywayHistory.TABLE);
    }

    private List<String> ownRows() {
        return FlywayHistory.everything(database, HISTORY);
    }

    private void migrated(int from, int to) {
        for (int i = from; i <= to; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);");
            script("U" + i + "__t.sql", "drop table t" + i + ";");
        }
        script("R__totals.sql", "create view totals as select 1 as n;");
        engine().load().migrate();
    }

    private boolean flywayTableExists() {
        return database.tables().contains("flyway_schema_history");
    }

    /** What the catalog says of a table: columns with type, default and nullability, and what keeps rows unique. */
    List<String> definition(String table) {
        List<String> definition = new ArrayList<>(FlywayHistory.rows(
                database,
                "column_name, data_type, is_nullable, character_maximum_length, column_default"
                        + " from information_schema.columns where table_name = '" + table + "' order by 1"));
        definition.addAll(FlywayHistory.rows(
                database,
                "constraint_name, constraint_type from information_schema.table_constraints" + " where table_name = '"
                        + table + "' and constraint_type = 'PRIMARY KEY'"));
        return definition;
    }

    @Test
    void writesTheHistoryAsItIs() {
        migrated(1, 3);

        ExportResult result = engine().load().exportFlywayHistory();

        assertThat(result.rows()).isEqualTo(4);
        assertThat(result.table())
                .isEqualTo(server().quoted(database.currentSchema()) + "." + server().quoted("flyway_schema_history"));
        assertThat(result.warnings()).isEmpty();
        assertThat(flywayRows()).hasSize(4).isEqualTo(ownRows());
    }

    @Test
    void createsTheTableThatFlywayWouldCreate() {
        migrated(1, 1);
        engine().load().exportFlywayHistory();
        List<String> exported = definition("flyway_schema_history");
        List<String> markers = markers();
        database.execute("drop table " + FlywayHistory.TABLE);

        FlywayHistory.in(database, flywayDdl());

        assertThat(exported).isEqualTo(definition("flyway_schema_history")).isNotEmpty();
        assertThat(markers).isEqualTo(markers());
    }

    private List<String> markers() {
        return FlywayHistory.rows(
                database,
                "\"installed_rank\", \"description\", \"type\", \"script\", \"execution_time\", \"success\" from "
                        + FlywayHistory.TABLE + " where \"installed_rank\" < 0");
    }

    @Test
    void leavesOutWhatIsUndone() {
        migrated(1, 3);
        engine().load().undo(2);
        engine().target("2").load().migrate();

        ExportResult result = engine().load().exportFlywayHistory();

        assertThat(result.warnings()).singleElement().asString().contains("V3__t.sql", "U3__t.sql", "U2__t.sql");
        assertThat(FlywayHistory.rows(
                        database,
                        "\"installed_rank\", \"script\", \"type\" from " + FlywayHistory.TABLE
                                + " where \"installed_rank\" >= 0 order by \"installed_rank\""))
                .containsExactly("1 | V1__t.sql | SQL", "4 | R__totals.sql | SQL", "7 | V2__t.sql | SQL");
    }

    @Test
    void givesRowsTypesThatFlywayKnows() {
        migrated(1, 3);
        database.execute(
                "update " + HISTORY + " set \"type\" = 'CSV' where \"installed_rank\" = 1",
                "update " + HISTORY + " set \"type\" = 'SCRIPT_BASELINE' where \"installed_rank\" = 2");

        ExportResult result = engine().load().exportFlywayHistory();

        assertThat(database.strings("select \"type\" from " + FlywayHistory.TABLE
                        + " where \"installed_rank\" >= 0 order by \"installed_rank\""))
                .containsExactly("CUSTOM", "SQL_BASELINE", "SQL", "SQL");
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains("V1__t.sql", "CSV) as CUSTOM", "as SQL_BASELINE");
    }

    @Test
    void addsToTheTableWhatHasComeSince() {
        migrated(1, 1);
        engine().load().exportFlywayHistory();
        migrated(2, 3);

        assertThat(engine().load().exportFlywayHistory().rows()).isEqualTo(2);

        assertThat(flywayRows()).isEqualTo(ownRows());
        assertThat(engine().load().exportFlywayHistory().rows()).isZero();
    }

    @Test
    void goesThereAndBackAgain() {
        migrated(1, 2);
        engine().load().exportFlywayHistory();
        List<String> before = ownRows();
        database.execute("drop table " + HISTORY);

        assertThat(engine().load().migrate().migrationsExecuted()).isZero();

        assertThat(ownRows()).isEqualTo(before);
        script("V3__t.sql", "create table t3 (id int);");
        script("V4__t.sql", "create table t4 (id int);");
        database.execute("create table t3 (id int)");
        FlywayHistory.in(database).ran(4, "3", "t", "V3__t.sql", "create table t3 (id int);");
        assertThat(engine().load().migrate().migrationsExecuted()).isOne();
        assertThat(engine().load().exportFlywayHistory().rows()).isOne();
        assertThat(flywayRows()).isEqualTo(ownRows());
    }

    @Test
    void writesNothingIntoATableWithOtherRows() {
        migrated(1, 2);
        FlywayHistory.in(database, flywayDdl()).ran(1, "9", "nine", "V9__nine.sql", "select 9");
        List<String> before = flywayRows();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().exportFlywayHistory())
                .withMessageContaining("V9__nine.sql")
                .withMessageContaining("Nothing was written")
                .withMessageContaining("Run migrate");

        assertThat(flywayRows()).isEqualTo(before);
    }

    @Test
    void writesIntoAnotherTableWhereThatIsConfigured() {
        migrated(1, 1);

        engine().adoptTable("old_history").adopt(Adopt.OFF).load().exportFlywayHistory();

        assertThat(FlywayHistory.everything(database, "\"old_history\"")).isEqualTo(ownRows());
        assertThat(flywayTableExists()).isFalse();
    }

    @Test
    void refusesWhereThereIsNoHistory() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().exportFlywayHistory())
                .withMessageContaining("There is no history");
        assertThat(database.tables()).isEmpty();

        FlywayHistory.in(database, flywayDdl());
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().exportFlywayHistory())
                .withMessageContaining("Run migrate first");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().table("flyway_schema_history").load().exportFlywayHistory())
                .withMessageContaining("Flyway has it already");
    }

    @Test
    void firesNoEventsButThoseOfConnecting() {
        migrated(1, 1);
        RecordingCallback callback = new RecordingCallback();

        engine().callbacks(callback).load().exportFlywayHistory();

        assertThat(callback.fired()).isEqualTo("beforeConnect afterConnect");
    }
}
