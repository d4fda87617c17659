package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.PlanResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class AdoptionContractTests extends ContractTests {

    static final String ONE = "create table one (id int);";
    static final String TWO = "create table two (id int);";
    static final String TOTALS = "create view totals as select 1 as n;";

    /** How Flyway makes its table. */
    abstract String[] flywayDdl();

    FlywayHistory flyway() {
        return FlywayHistory.in(database, flywayDdl());
    }

    /** Two versions and a repeatable migration, run by Flyway. */
    FlywayHistory ranByFlyway() {
        script("V1__one.sql", ONE);
        script("V2__two.sql", TWO);
        script("R__totals.sql", TOTALS);
        String totals = server().spelled(TOTALS);
        database.execute(ONE, TWO, totals);
        return flyway().ran(1, "1", "one", "V1__one.sql", ONE)
                .ran(2, "2", "two", "V2__two.sql", TWO)
                .ran(3, null, "totals", "R__totals.sql", totals);
    }

    private List<String> flywayRows() {
        return FlywayHistory.everything(database, FlywayHistory.TABLE);
    }

    private List<String> ownRows() {
        return FlywayHistory.everything(database, HISTORY);
    }

    private String place() {
        return server().quoted(database.currentSchema()) + "." + server().quoted("flyway_schema_history");
    }

    @Test
    void goesOnWhereFlywayEnded() {
        ranByFlyway();
        script("V3__three.sql", "create table three (id int);");
        List<String> before = flywayRows();

        MigrateResult result;
        try (LogLines lines = new LogLines()) {
            result = engine().load().migrate();
            assertThat(lines.of(Level.INFO).stream().filter(line -> line.startsWith("Took over")))
                    .containsExactly("Took over the history of Flyway: 3 rows of " + place()
                            + " (now at version 2). That table is left as it is.");
            assertThat(lines.of(Level.WARN)).isEmpty();
        }

        assertThat(result.migrations()).extracting(MigrationInfo::script).containsExactly("V3__three.sql");
        assertThat(result.initialVersion()).isEqualTo(MigrationVersion.of("2"));
        assertThat(flywayRows()).isEqualTo(before);
        assertThat(ownRows().subList(0, 3)).isEqualTo(before);
        assertThat(history()).last().isEqualTo("4 3 three SQL V3__three.sql ok");
    }

    @Test
    void keepsRowsOfEveryKindAsTheyAre() {
        script("V3__three.sql", ONE);
        flyway().row(0, null, "<< Flyway Schema Creation >>", "SCHEMA", "\"shop\"", null, true)
                .row(1, "1", "<< Flyway Baseline >>", "BASELINE", "<< Flyway Baseline >>", null, true)
                .row(2, "2.0", "two", "SPRING_JDBC", "db.migration.V2__two", 0, true)
                .row(3, "2.0", "two", "UNDO_SQL", "U2__two.sql", 7, true)
                .row(5, "2.0", "two", "SQL", "V2__two.sql", -7, true)
                .row(6, "2.0", "two", "DELETE", "V2__two.sql", -7, true)
                .row(7, "2.5", "half", "SQL_BASELINE", "B2.5__half.sql", Integer.MIN_VALUE, true)
                .row(8, null, "gone", "SCRIPT", "R__gone.sh", Integer.MAX_VALUE, true)
                .row(9, null, "gone", "DELETE", "R__gone.sh", Integer.MAX_VALUE, true);
        List<String> before = flywayRows();

        engine().ignoreMigrationPatterns("*:missing").load().migrate();

        assertThat(ownRows()).hasSize(10).startsWith(before.toArray(String[]::new));
        assertThat(history()).last().isEqualTo("10 3 three SQL V3__three.sql ok");
    }

    @Test
    void takesTheHistoryOverAlsoWhereNothingIsPending() {
        ranByFlyway();

        assertThat(engine().load().migrate().migrationsExecuted()).isZero();

        assertThat(ownRows()).isEqualTo(flywayRows());
        try (LogLines lines = new LogLines()) {
            engine().load().migrate();
            assertThat(lines.all()).noneMatch(line -> line.contains("Took over"));
        }
    }

    @Test
    void infoAndValidateShowItAndChangeNothing() {
        ranByFlyway();
        script("V3__three.sql", "create table three (id int);");

        assertThat(engine().load().info().all())
                .extracting(info -> info.script() + " " + info.state())
                .containsExactly(
                        "V1__one.sql SUCCESS", "V2__two.sql SUCCESS", "R__totals.sql SUCCESS", "V3__three.sql PENDING");
        assertThat(engine().load().validateWithResult().problems())
                .extracting(problem ->
                        problem.migration() == null ? "" : problem.migration().script())
                .containsExactly("V3__three.sql");
        assertThat(historyExists()).isFalse();
    }

    @Test
    void aDryRunTellsHowItWouldBeTakenOver() {
        ranByFlyway();
        script("V3__three.sql", "create table three (id int);");

        PlanResult plan = engine().load().plan();

        assertThat(plan.sections())
                .filteredOn(section -> section.title().equals("History table, with the history of Flyway"))
                .singleElement()
                .satisfies(section ->
                        assertThat(section.script()).contains("CREATE TABLE", "flyway_schema_history", ">= 0"));
        assertThat(plan.sections())
                .extracting(section ->
                        section.migration() == null ? "" : section.migration().script())
                .contains("V3__three.sql")
                .doesNotContain("V2__two.sql");
        assertThat(historyExists()).isFalse();
    }

    @Test
    void changesNothingWhereTheFilesDoNotAgree() {
        ranByFlyway();
        script("V2__two.sql", "create table too (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V2__two.sql");

        assertThat(historyExists()).isFalse();
    }

    @Test
    void repairTakesItOverWhereItHasSomethingToRepair() {
        ranByFlyway().row(4, "3", "three", "SQL", "V3__three.sql", 3, false);
        script("V3__three.sql", "create table three (id int);");
        List<String> before = flywayRows();

        engine().load().repair();

        assertThat(ownRows()).isEqualTo(before.subList(0, 3));
        assertThat(flywayRows()).isEqualTo(before);
        assertThat(engine().load().migrate().migrationsExecuted()).isOne();
    }

    @Test
    void undoTakesItOver() {
        ranByFlyway();
        script("U2__two.sql", "drop table two;");

        assertThat(engine().load().undo().undone()).hasSize(1);

        assertThat(history()).last().isEqualTo("4 2 two UNDO_SQL U2__two.sql ok");
        assertThat(ownRows().subList(0, 3)).isEqualTo(flywayRows());
    }

    @Test
    void baselineTreatsItAsTheHistoryThatItIs() {
        ranByFlyway();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().baseline())
                .withMessageContaining("contains migrations already");

        assertThat(historyExists()).isFalse();
    }

    @Test
    void cleanDropsFlywaysTableToo() {
        ranByFlyway();

        engine().cleanDisabled(false).load().clean();

        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aFailingCallbackLeavesNoHistoryBehind() {
        ranByFlyway();
        script("beforeMigrate.sql", "insert into nowhere values (1);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate());

        assertThat(historyExists()).isFalse();
    }

    @Test
    void leavesItAloneWhenSwitchedOff() {
        ranByFlyway();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().adopt(Adopt.OFF).load().migrate())
                .satisfies(ex -> assertThat(ex.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NON_EMPTY_SCHEMA)));

        assertThat(historyExists()).isFalse();
    }

    @Test
    void findsItUnderAnotherName() {
        ranByFlyway();
        database.execute("alter table " + FlywayHistory.TABLE + " rename to \"schema_version\"");

        assertThat(engine().adoptTable("schema_version").load().migrate().migrationsExecuted())
                .isZero();

        assertThat(history()).hasSize(3);
    }

    @Test
    void refusesATableThatOnlyHasTheName() {
        database.execute("create table " + FlywayHistory.TABLE + " (id int)");
        script("V1__one.sql", ONE);

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining(place())
                .withMessageContaining("cannot be read as one")
                .withMessageContaining("'migratedb.adopt' to off")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.HISTORY_DAMAGED));

        assertThat(historyExists()).isFalse();
        assertThat(engine().adopt(Adopt.OFF)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isOne();
    }

    @Test
    void worksOnFlywaysOwnTableWhereThatIsConfigured() {
        ranByFlyway();
        script("V3__three.sql", "create table three (id int);");

        assertThat(engine().table("flyway_schema_history").load().migrate().migrationsExecuted())
                .isOne();

        assertThat(flywayRows()).hasSize(4);
        assertThat(historyExists()).isFalse();
    }

    @Test
    void takesOverWhatFlywayHasDoneLater() {
        FlywayHistory flyway = ranByFlyway();
        engine().load().migrate();
        script("V3__three.sql", "create table three (id int);");
        script("V4__four.sql", "create table four (id int);");
        database.execute("create table three (id int)");
        flyway.ran(4, "3", "three", "V3__three.sql", "create table three (id int);");

        MigrateResult result;
        try (LogLines lines = new LogLines()) {
            result = engine().load().migrate();
            assertThat(lines.of(Level.INFO))
                    .contains("Took over what Flyway has done since: 1 row of " + place() + " (now at version 3)");
            assertThat(lines.of(Level.WARN)).isEmpty();
        }

        assertThat(result.migrations()).extracting(MigrationInfo::script).containsExactly("V4__four.sql");
        assertThat(ownRows().subList(0, 4)).isEqualTo(flywayRows());
        assertThat(history()).last().isEqualTo("5 4 four SQL V4__four.sql ok");
    }

    @Test
    void numbersLaterRowsBehindItsOwn() {
        FlywayHistory flyway = ranByFlyway();
        script("V3__three.sql", "create table three (id int);");
        engine().load().migrate();
        script("V4__four.sql", "create table four (id int);");
        flyway.ran(4, "4", "four", "V4__four.sql", "create table four (id int);");

        assertThat(engine().load().migrate().migrationsExecuted()).isZero();

        assertThat(history()).last().isEqualTo("5 4 four SQL V4__four.sql ok");
        assertThat(ownRows().get(4).substring(1)).isEqualTo(flywayRows().get(3).substring(1));
    }

    @Test
    void warnsOfAVersionThatBothHaveRun() {
        FlywayHistory flyway = ranByFlyway();
        script("V3__three.sql", "create table three (id int);");
        engine().load().migrate();
        script("V4__four.sql", "create table four (id int);");
        flyway.ran(4, "3", "three", "V3__three.sql", "create table three (id int);");

        try (LogLines lines = new LogLines()) {
            MigrateResult result = engine().load().migrate();
            assertThat(lines.of(Level.WARN))
                    .isEqualTo(result.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Flyway has applied version 3 as well, at 2024-03-01T")
                    .contains("the row with installed_rank 4 of " + place() + " is not taken over");
        }

        assertThat(history())
                .containsExactly(
                        "1 1 one SQL V1__one.sql ok",
                        "2 2 two SQL V2__two.sql ok",
                        "3 null totals SQL R__totals.sql ok",
                        "4 3 three SQL V3__three.sql ok",
                        "5 4 four SQL V4__four.sql ok");
    }

    @Test
    void aRunThatIsRefusedTakesNothingOver() {
        FlywayHistory flyway = ranByFlyway();
        engine().load().migrate();
        script("V4__four.sql", "create table four (id int);");
        script("V5__five.sql", "create table five (id int);");
        // what Flyway did agrees with no file here, which shows only when its row is read under the lock
        flyway.ran(4, "4", "four", "V4__four.sql", "create table vier (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V4__four.sql");

        assertThat(history()).hasSize(3);
    }

    @Test
    void tellsWhatLiquibaseHasDoneInASchemaWithoutHistory() {
        database.execute(
                "create table DATABASECHANGELOG (ID varchar(255), AUTHOR varchar(255), DATEEXECUTED timestamp,"
                        + " ORDEREXECUTED int)",
                "insert into DATABASECHANGELOG values ('first', 'ann', '2024-01-02 03:04:05', 1)",
                "insert into DATABASECHANGELOG values ('add-people', 'bob', '2024-01-02 03:04:05', 2)");
        script("V1__one.sql", ONE);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("Liquibase has managed it")
                .withMessageContaining("lists 2 change sets, the last of them add-people by bob, executed 2024-01-02")
                .withMessageContaining("'migratedb.baseline-on-migrate'");

        script("V2__two.sql", TWO);
        assertThat(engine().baselineOnMigrate(true).load().migrate().migrationsExecuted())
                .isOne();
    }

    @Test
    void aTableThatOnlyHasLiquibasesNameIsNoTrace() {
        database.execute("create table DATABASECHANGELOG (note varchar(255))");
        script("V1__one.sql", ONE);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("is not empty")
                .satisfies(ex -> assertThat(ex).hasMessageNotContaining("Liquibase"));
    }

    @Test
    void statesOfTakenOverRowsAreThoseThatFlywayShows() {
        ranByFlyway();
        engine().load().migrate();

        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::state)
                .containsOnly(MigrationState.SUCCESS);
        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::installedBy)
                .containsOnly("flyway");
    }
}
