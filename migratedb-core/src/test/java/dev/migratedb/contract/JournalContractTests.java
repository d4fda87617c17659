package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.RepairResult;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that a rollback does not take back: where they go on after a failure. */
abstract class JournalContractTests extends ContractTests {

    static final String JOURNAL = "\"migratedb_state_journal\"";

    /** Whether the scripts of the tests run in a transaction. */
    boolean transactional() {
        return !transactionalDdl();
    }

    /** Writes a script that the database does not take back. */
    void lasting(String name, String content) {
        script(name, content);
        if (!transactional()) {
            script(name + ".conf", "executeInTransaction=false");
        }
    }

    /** Five statements, of which the fourth fails while there is no table {@code later}. */
    void fiveStatements() {
        lasting("V1__five.sql", """
                create table one (id int);
                insert into one values (1);
                create table two (id int);
                insert into later values (4);
                create table three (id int);
                """);
    }

    void failsToMigrate() {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate());
    }

    boolean isThere(String table) {
        return database.tables().stream().anyMatch(name -> name.endsWith(table));
    }

    @Test
    void goesOnAtTheStatementThatHasFailedWhenItsCauseIsMended() {
        fiveStatements();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("the run goes on there");
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql failed");
        database.execute("create table later (id int)");

        try (LogLines lines = new LogLines()) {
            assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);

            assertThat(lines.all())
                    .contains(
                            "Going on with V1__five.sql at statement 4 of 5 (line 4); what is before that is done already");
        }
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql ok");
        assertThat(count("one")).isEqualTo(1);
        assertThat(count("later")).isEqualTo(1);
        assertThat(isThere("three")).isTrue();
        assertThat(count(JOURNAL)).isZero();
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
    }

    @Test
    void goesOnWithAScriptThatWasCorrectedBehindWhatHasRun() {
        fiveStatements();
        failsToMigrate();
        lasting("V1__five.sql", """
                -- corrected
                create table one (id int);
                insert into one values (1);
                create table two (id int);
                insert into two values (4);
                """);

        engine().load().migrate();

        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql ok");
        assertThat(count("one")).isEqualTo(1);
        assertThat(count("two")).isEqualTo(1);
        assertThat(isThere("three")).isFalse();
    }

    @Test
    void refusesToGoOnWhenWhatHasRunIsChangedAndNamesTheFirstDifference() {
        fiveStatements();
        failsToMigrate();
        List<String> before = history();
        lasting("V1__five.sql", """
                create table one (id int);
                insert into one
                  values (2);
                create table two (name int);
                """);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("Statement 2 (line 2) is done, and differs")
                .withMessageContaining("then: insert into one values (1)")
                .withMessageContaining("now:  insert into one values (2)")
                .withMessageContaining("run repair")
                .satisfies(ex -> assertThat(ex.problems())
                        .singleElement()
                        .satisfies(problem ->
                                assertThat(problem.position()).hasToString(folder.resolve("V1__five.sql") + ":2:1")));

        assertThat(history()).isEqualTo(before);
        assertThat(count("one")).isEqualTo(1);
    }

    @Test
    void refusesToGoOnWhenWhatHasRunIsGone() {
        fiveStatements();
        failsToMigrate();
        lasting("V1__five.sql", "create table one (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("Statement 2 (line 2) is done, and differs")
                .withMessageContaining("the script has only 1 statements");
    }

    @Test
    void keepsOneFailedRowHoweverOftenItFails() {
        fiveStatements();
        failsToMigrate();
        failsToMigrate();
        failsToMigrate();

        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql failed");
        assertThat(count("one")).isEqualTo(1);
        database.execute("create table later (id int)");
        engine().load().migrate();
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql ok");
    }

    @Test
    void goesOnAgainAfterFailingTwiceAtDifferentStatements() {
        lasting("V1__two.sql", """
                create table one (id int);
                insert into early values (1);
                create table two (id int);
                insert into late values (1);
                """);
        failsToMigrate();
        database.execute("create table early (id int)");
        failsToMigrate();
        database.execute("create table late (id int)");

        engine().load().migrate();

        assertThat(count("early")).isEqualTo(1);
        assertThat(count("late")).isEqualTo(1);
        assertThat(history()).containsExactly("1 1 two SQL V1__two.sql ok");
    }

    @Test
    void beginsAgainWhenTheFirstStatementHasFailed() {
        lasting("V1__one.sql", "insert into later values (1);\ncreate table one (id int);");
        failsToMigrate();
        database.execute("create table later (id int)");

        engine().load().migrate();

        assertThat(count("later")).isEqualTo(1);
        assertThat(history()).containsExactly("1 1 one SQL V1__one.sql ok");
    }

    @Test
    void goesOnWithARepeatableMigration() {
        lasting("R__view.sql", "create table one (id int);\ninsert into later values (1);");
        failsToMigrate();
        database.execute("create table later (id int)");

        engine().load().migrate();

        assertThat(count("later")).isEqualTo(1);
        assertThat(history()).containsExactly("1 null view SQL R__view.sql ok");
    }

    @Test
    void goesOnWithAnUndo() {
        script("V1__one.sql", "create table one (id int);");
        lasting("U1__one.sql", "drop table one;\ninsert into later values (1);");
        engine().load().migrate();
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().undo());
        assertThat(isThere("one")).isFalse();
        database.execute("create table later (id int)");

        engine().load().undo();

        assertThat(count("later")).isEqualTo(1);
        assertThat(history()).hasSize(2).last().isEqualTo("2 1 one UNDO_SQL U1__one.sql ok");
    }

    @Test
    void runsTheDonePartNotTwiceWhenTheScriptHasBecomeOneThatIsTakenBack() {
        fiveStatements();
        failsToMigrate();
        lasting("V1__five.sql", """
                create table one (id int);
                insert into one values (1);
                create table two (id int);
                insert into two values (1);
                """);
        script("V1__five.sql.conf", "executeInTransaction=true");

        engine().load().migrate();

        assertThat(count("one")).isEqualTo(1);
        assertThat(count("two")).isEqualTo(1);
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql ok");
        assertThat(count(JOURNAL)).isZero();
    }

    @Test
    void aScriptThatIsTakenBackCostsNoJournal() {
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();
        boolean noted = isThere("migratedb_state_journal");
        script("V2__two.sql", "insert into one values (1);\nupdate one set id = 2;\ndelete from one where id = 3;");

        engine().load().migrate();

        assertThat(isThere("migratedb_state_journal")).isEqualTo(noted).isEqualTo(!transactionalDdl());
    }

    @Test
    void anUndisturbedRunLeavesTheJournalEmpty() {
        lasting("V1__one.sql", "create table one (id int);\ninsert into one values (1);");

        engine().load().migrate();

        assertThat(count(JOURNAL)).isZero();
    }

    @Test
    void infoAndValidateTellWhereItHasStopped() {
        fiveStatements();
        assertThat(engine().load().info().stopped()).isEmpty();
        failsToMigrate();

        InfoResult info = engine().load().info();

        assertThat(info.stopped())
                .singleElement()
                .asString()
                .startsWith("V1__five.sql has not come to its end: statement ");
        assertThat(info.asTable()).endsWith(info.stopped().get(0));
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().validate())
                .withMessageContaining(info.stopped().get(0))
                .withMessageContaining("run repair");
    }

    @Test
    void aDryRunTellsWhereTheRunWouldGoOn() throws IOException {
        fiveStatements();
        failsToMigrate();
        StringBuilder script = new StringBuilder();

        engine().load().plan().writeTo(script);

        assertThat(script)
                .contains("Going on with V1__five.sql at statement 4 of 5 (line 4)")
                .contains("insert into later values (4)")
                .doesNotContain("create table two");
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql failed");
    }

    @Test
    void repairLetsItBeginAnew() {
        fiveStatements();
        failsToMigrate();

        RepairResult result = engine().load().repair();

        assertThat(result.removed()).hasSize(1);
        assertThat(result.warnings())
                .anyMatch(warning -> warning.startsWith("V1__five.sql, which had stopped at statement "))
                .anyMatch(warning -> warning.contains("still there"));
        assertThat(count(JOURNAL)).isZero();
        assertThat(history()).isEmpty();
        database.execute("drop table one", "drop table two", "create table later (id int)");
        engine().load().migrate();
        assertThat(count("one")).isEqualTo(1);
        assertThat(history()).containsExactly("1 1 five SQL V1__five.sql ok");
    }

    @Test
    void aJournalWithoutItsHistoryCountsForNothing() {
        fiveStatements();
        failsToMigrate();
        database.execute("drop table " + HISTORY, "drop table one", "drop table two", "create table later (id int)");

        engine().baselineOnMigrate(true).baselineVersion("0").load().migrate();

        assertThat(count("one")).isEqualTo(1);
        assertThat(count(JOURNAL)).isZero();
    }
}
