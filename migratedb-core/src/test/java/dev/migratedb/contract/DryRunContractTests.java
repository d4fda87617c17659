package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.OperationResult;
import dev.migratedb.result.PlanResult;
import dev.migratedb.result.ValidationFailedException;
import dev.migratedb.testsupport.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class DryRunContractTests extends ContractTests {

    private static final String WITHOUT_TIMES =
            "\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"success\"";

    /** Everything that the catalog knows, and every row of the history without its times. */
    abstract List<String> contents(FreshDatabase database);

    /** All rows of a table, those of the history without their times. */
    static List<String> rows(FreshDatabase database, String table) {
        boolean isHistory = table.endsWith("migratedb_state\"");
        return FlywayHistory.rows(database, (isHistory ? WITHOUT_TIMES : "*") + " from " + table + " order by 1");
    }

    /** Runs a script by the database's own client. */
    abstract void runByHand(FreshDatabase database, Path script) throws IOException;

    /** What goes into the tests besides what every database can do. */
    abstract void specialities();

    private void migrations() {
        script("V1__people.sql", "create table person (id int primary key, name varchar(100)); -- the end\n");
        script(
                "V2__rows.sql",
                "insert into person values (1, 'it''s; ${who}'); insert into person values (2, '-- no')");
        script("V4__elsewhere.sql", changesSession() + ";\ncreate table in_other (id int);");
        script("V5__back_home.sql", "create table at_home (id int)");
        script("R__view.sql", "create view names as select name from person;\n");
        script("beforeMigrate__audit.sql", "create table audit (event varchar(50));");
        script("afterEachMigrate.sql", "insert into " + inFirst("audit") + " values ('each')");
        script("afterMigrate.sql", "insert into audit values ('after')");
        specialities();
    }

    /** Makes unqualified names mean a schema {@code other}, which it creates, where there are schemas. */
    abstract String changesSession();

    /** A table of the first schema as it stands in a script. */
    private String inFirst(String table) {
        return server().hasSchemas() ? server().quoted("app") + "." + table : table;
    }

    @Override
    MigrateDb.Builder engine() {
        MigrateDb.Builder engine = super.engine().installedBy("somebody").placeholders(Map.of("who", "me"));
        return server().hasSchemas() ? engine.schemas("app", "more") : engine;
    }

    @Test
    void whatMigrateWouldDoGivesTheSameDatabaseWhenItIsRunByHand() throws IOException {
        migrations();
        Path plan = plan(UnaryOperator.identity());

        givesTheSame(plan, engine -> engine.load().migrate());
    }

    @Test
    void aGroupIsOneTransactionInTheScriptToo() throws IOException {
        script("V1__one.sql", "create table one (id int)");
        script("V2__two.sql", "create table two (id int)");
        Path plan = plan(engine -> engine.group(true));

        givesTheSame(plan, engine -> engine.group(true).load().migrate());
    }

    @Test
    void theOtherCommandsWriteWhatTheyWouldDoAsWell() throws IOException {
        script("V1__one.sql", "create table one (id int);");
        script("V2__two.sql", "create table two (id int);");
        script("U2__two.sql", "drop table two;");
        List<Path> plans = new ArrayList<>();
        List<List<String>> after = new ArrayList<>();
        for (Function<MigrateDb, OperationResult> command : List.<Function<MigrateDb, OperationResult>>of(
                MigrateDb::migrate, MigrateDb::undo, this::brokenAndRepaired, MigrateDb::clean, MigrateDb::baseline)) {
            Path plan = folder.resolve("plan").resolve(plans.size() + ".txt");
            List<String> before = contents(database);

            assertThat(command.apply(engine().cleanDisabled(false)
                            .dryRunOutput(plan.toString())
                            .load()))
                    .isNotNull();

            assertThat(contents(database)).isEqualTo(before);
            assertThat(command.apply(engine().cleanDisabled(false).load())).isNotNull();
            dropJournal();
            assertThat(contents(database)).isNotEqualTo(before);
            plans.add(plan);
            after.add(contents(database));
        }
        database.close();
        try (FreshDatabase copy = server().freshDatabase()) {
            for (int i = 0; i < plans.size(); i++) {
                runByHand(copy, plans.get(i));
                assertThat(contents(copy)).as(plans.get(i).toString()).isEqualTo(after.get(i));
            }
        }
    }

    private OperationResult brokenAndRepaired(MigrateDb engine) {
        script("V1__one.sql", "create table one (id int); -- with a comment");
        return engine.repair();
    }

    @Test
    void changesNothingAndCallsNoCodeOfTheUser() {
        migrations();
        RecordingCallback callback = new RecordingCallback();
        List<String> before = contents(database);

        PlanResult plan = engine().javaMigrations(new V3__Code())
                .callbacks(callback, new Named())
                .load()
                .plan();

        assertThat(contents(database)).isEqualTo(before);
        assertThat(callback.fired()).isEmpty();
        assertThat(plan.warnings())
                .anyMatch(warning -> warning.contains("version 3 - Code") && warning.contains("is no SQL"));
        assertThat(plan.sections())
                .extracting(PlanResult.Section::title)
                .contains(
                        "SQL callback: beforeMigrate - audit",
                        "Java callback: beforeMigrate - named",
                        "Migration to version 1 - people: V1__people.sql",
                        "Migration to version 3 - Code: " + V3__Code.class.getName(),
                        "Repeatable migration view: R__view.sql");
        assertThat(plan.sections())
                .filteredOn(section -> section.title().contains("version 3"))
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.migration())
                            .extracting(MigrationInfo::state)
                            .isEqualTo(MigrationState.PENDING);
                    assertThat(section.script())
                            .contains("-- NOT IN THIS SCRIPT")
                            .contains("insert into " + inFirst("audit"))
                            .contains("'3', 'Code', 'JDBC'");
                });
    }

    @Test
    void theFileHoldsWhatThePlanTells() throws IOException {
        migrations();
        Path file = plan(UnaryOperator.identity());
        StringBuilder written = new StringBuilder();
        StringBuilder direct = new StringBuilder();

        engine().clock(clock()).load().plan().writeTo(written);
        MigrateResult result =
                engine().clock(clock()).dryRunOutput(direct).load().migrate();

        assertThat(written.toString()).isEqualTo(Files.readString(file)).isEqualTo(direct.toString());
        assertThat(result.migrations()).extracting(MigrationInfo::state).containsOnly(MigrationState.PENDING);
        assertThat(historyExists()).isFalse();
    }

    @Test
    void aRunThatIsRefusedLeavesTheFileOfTheRunBefore() throws IOException {
        script("V1__one.sql", "create table one (id int)");
        Path file = plan(UnaryOperator.identity());
        String before = Files.readString(file);
        script("V2__bad.sql", "select 'unterminated");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().dryRunOutput(file.toString()).load().migrate());

        assertThat(file).hasContent(before);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void saysThatThereIsNothingToDo() {
        script("V1__one.sql", "create table one (id int)");
        engine().load().migrate();

        assertThat(engine().load().plan().sections())
                .last()
                .extracting(PlanResult.Section::title)
                .isEqualTo("Nothing to do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:nothing.sql", "https://localhost/plan.sql"})
    void anOutputThatCannotBeWrittenIsAnErrorBeforeAnyRun(String location) {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().dryRunOutput(location).load())
                .withMessageContaining("'migratedb.dry-run-output'")
                .withMessageContaining(location);
    }

    private Path plan(UnaryOperator<MigrateDb.Builder> settings) {
        List<String> before = contents(database);
        Path plan = folder.resolve("plan").resolve("plan.txt");

        settings.apply(engine())
                .clock(clock())
                .dryRunOutput(plan.toString())
                .load()
                .migrate();

        assertThat(contents(database)).isEqualTo(before);
        return plan;
    }

    /** What a script does that is run by hand is noted by nobody. */
    private void dropJournal() {
        if (!server().hasSchemas() || database.schemas().contains("app")) {
            database.execute("drop table if exists " + (server().hasSchemas() ? "\"app\"." : "")
                    + "\"migratedb_state_journal\"");
        }
    }

    private static Clock clock() {
        return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    private void givesTheSame(Path plan, Function<MigrateDb.Builder, OperationResult> command) throws IOException {
        List<String> byHand;
        // gone before the run: schemas can belong to the server, not to one of its databases
        try (FreshDatabase copy = server().freshDatabase()) {
            runByHand(copy, plan);
            byHand = contents(copy);
        }
        List<String> before = contents(database);
        assertThat(command.apply(engine())).isNotNull();
        dropJournal();
        assertThat(byHand).isEqualTo(contents(database)).isNotEqualTo(before);
    }

    static class V3__Code extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            throw new IllegalStateException("must not be called");
        }
    }

    private static final class Named implements Callback {

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return event == Event.BEFORE_MIGRATE;
        }

        @Override
        public void handle(Event event, CallbackContext context) {
            throw new IllegalStateException("must not be called");
        }

        @Override
        public String getCallbackName() {
            return "named";
        }
    }
}
