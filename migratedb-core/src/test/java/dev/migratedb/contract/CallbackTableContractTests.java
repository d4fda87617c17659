package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrateDbException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the commands and compares what callbacks get to see with the table of the page about them. */
abstract class CallbackTableContractTests extends ContractTests {

    /** What an event showed: its transaction and what was in its context. */
    private final Map<Event, List<String>> seen = new EnumMap<>(Event.class);

    private final RecordingCallback watching = new RecordingCallback(this::watch);

    private void watch(Event event, CallbackContext context) {
        assertThat(context.getSettings().table()).isEqualTo("migratedb_state");
        seen.computeIfAbsent(event, ignored -> new ArrayList<>())
                .add(transaction(event, context) + ": " + held(context));
    }

    private static String transaction(Event event, CallbackContext context) {
        if (event == Event.BEFORE_CONNECT) {
            assertThatThrownBy(context::getConnection).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(context::getJdbcClient).isInstanceOf(IllegalStateException.class);
            return "no connection";
        }
        try {
            return context.getConnection().getAutoCommit() ? "autocommit" : "transaction";
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String held(CallbackContext context) {
        return String.join(
                ", ",
                Stream.of(
                                context.getMigrationInfo() == null ? null : "migration",
                                context.getStatement() == null ? null : "statement",
                                context.getOperationResult() == null ? null : "result",
                                context.getError() == null ? null : "error")
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static String promised(Event event) {
        CallbackPage.Row row = Objects.requireNonNull(CallbackPage.byEvent().get(event));
        String transaction = switch (row.transaction()) {
            case "own", "migration" -> "transaction";
            case "none" -> "autocommit";
            default -> "no connection";
        };
        return transaction + ": " + row.context();
    }

    private void assertSeenAsPromised(Event... expected) {
        assertThat(seen.keySet()).contains(expected);
        seen.forEach((event, all) -> assertThat(all).as(event.id()).containsOnly(promised(event)));
    }

    private void good() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into thing values (2);");
        script("R__view.sql", "create view things as select * from thing;");
    }

    private void bad() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into nothing values (2);");
    }

    private void twins() {
        script("V1__one.sql", "create table thing (id int);");
        script("V1__twin.sql", "create table twin (id int);");
    }

    @Test
    void migrateShowsWhatTheTableSays() {
        good();

        engineInSchema().callbacks(watching).load().migrate();

        assertThat(seen.containsKey(Event.CREATE_SCHEMA)).isEqualTo(server().hasSchemas());
        assertThat(seen.containsKey(Event.BEFORE_CREATE_SCHEMA)).isEqualTo(server().hasSchemas());
        assertSeenAsPromised(
                Event.BEFORE_CONNECT,
                Event.AFTER_CONNECT,
                Event.BEFORE_VALIDATE,
                Event.AFTER_VALIDATE,
                Event.BEFORE_MIGRATE,
                Event.BEFORE_EACH_MIGRATE,
                Event.BEFORE_EACH_MIGRATE_STATEMENT,
                Event.AFTER_EACH_MIGRATE_STATEMENT,
                Event.AFTER_EACH_MIGRATE,
                Event.AFTER_VERSIONED,
                Event.BEFORE_REPEATABLES,
                Event.AFTER_MIGRATE_APPLIED,
                Event.AFTER_MIGRATE,
                Event.AFTER_MIGRATE_OPERATION_FINISH);
        assertThat(seen.values().stream().flatMap(List::stream)).noneMatch(line -> line.contains("error"));
    }

    @Test
    void aFailedMigrateShowsWhatTheTableSays() {
        bad();

        assertThatThrownBy(() -> engine().callbacks(watching).load().migrate()).isInstanceOf(MigrateDbException.class);

        assertSeenAsPromised(
                Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR, Event.AFTER_EACH_MIGRATE_ERROR, Event.AFTER_MIGRATE_ERROR);
        assertThat(seen).doesNotContainKeys(Event.AFTER_MIGRATE, Event.AFTER_MIGRATE_OPERATION_FINISH);
    }

    @Test
    void infoShowsWhatTheTableSays() {
        good();
        engine().callbacks(watching).load().info();
        twins();
        assertThatThrownBy(() -> engine().callbacks(watching).load().info()).isInstanceOf(MigrateDbException.class);

        assertSeenAsPromised(
                Event.BEFORE_INFO, Event.AFTER_INFO, Event.AFTER_INFO_ERROR, Event.AFTER_INFO_OPERATION_FINISH);
    }

    @Test
    void validateShowsWhatTheTableSays() {
        good();
        engine().callbacks(watching).load().validateWithResult();
        assertThat(seen)
                .containsKey(Event.AFTER_VALIDATE_ERROR)
                .doesNotContainKeys(Event.AFTER_VALIDATE, Event.AFTER_VALIDATE_OPERATION_FINISH);
        engine().load().migrate();
        engine().callbacks(watching).load().validate();

        assertSeenAsPromised(
                Event.BEFORE_VALIDATE,
                Event.AFTER_VALIDATE,
                Event.AFTER_VALIDATE_ERROR,
                Event.AFTER_VALIDATE_OPERATION_FINISH);
    }

    private void undoable() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);");
        script("U1__one.sql", "drop table thing;");
        script("U2__two.sql", "delete from thing;");
        engineInSchema().load().migrate();
    }

    private void badUndo() {
        undoable();
        script("U2__two.sql", "delete from thing;\ndelete from nothing;");
    }

    /** Something that stands in for failures of the database. */
    private static RecordingCallback throwingAt(Event where) {
        return new RecordingCallback((event, context) -> {
            if (event == where) {
                throw new IllegalStateException("no, not at " + event.id());
            }
        });
    }

    @Test
    void undoShowsWhatTheTableSays() {
        undoable();

        engineInSchema().callbacks(watching).load().undo(2);

        String each = "beforeEachUndo beforeEachUndoStatement afterEachUndoStatement afterEachUndo ";
        assertThat(watching.fired())
                .isEqualTo(
                        "beforeConnect afterConnect beforeUndo " + each + each + "afterUndo afterUndoOperationFinish");
        badUndo();
        assertThatThrownBy(() -> engineInSchema().callbacks(watching).load().undo())
                .isInstanceOf(MigrateDbException.class);
        assertThat(watching.fired())
                .endsWith("beforeEachUndoStatement afterEachUndoStatementError afterEachUndoError afterUndoError");
        assertSeenAsPromised(
                Event.BEFORE_UNDO,
                Event.BEFORE_EACH_UNDO,
                Event.BEFORE_EACH_UNDO_STATEMENT,
                Event.AFTER_EACH_UNDO_STATEMENT,
                Event.AFTER_EACH_UNDO_STATEMENT_ERROR,
                Event.AFTER_EACH_UNDO,
                Event.AFTER_EACH_UNDO_ERROR,
                Event.AFTER_UNDO,
                Event.AFTER_UNDO_ERROR,
                Event.AFTER_UNDO_OPERATION_FINISH);
    }

    @Test
    void cleanShowsWhatTheTableSays() {
        good();
        engine().load().migrate();
        assertThatThrownBy(() -> engine().callbacks(watching).load().clean()).isInstanceOf(MigrateDbException.class);
        assertThat(watching.fired()).isEmpty();

        engine().cleanDisabled(false).callbacks(watching).load().clean();

        assertThat(watching.fired())
                .isEqualTo("beforeConnect afterConnect beforeClean afterClean afterCleanOperationFinish");
        watching.clear();
        assertThatThrownBy(() -> engine().cleanDisabled(false)
                        .callbacks(watching, throwingAt(Event.BEFORE_CLEAN))
                        .load()
                        .clean())
                .isInstanceOf(CallbackFailedException.class);
        assertThat(watching.fired()).isEqualTo("beforeConnect afterConnect beforeClean afterCleanError");
        assertSeenAsPromised(
                Event.BEFORE_CLEAN, Event.AFTER_CLEAN, Event.AFTER_CLEAN_ERROR, Event.AFTER_CLEAN_OPERATION_FINISH);
    }

    @Test
    void baselineShowsWhatTheTableSays() {
        good();

        engineInSchema().callbacks(watching).baselineVersion("3").load().baseline();

        assertThat(watching.fired())
                .isEqualTo("beforeConnect afterConnect "
                        + (server().hasSchemas() ? "createSchema beforeCreateSchema " : "")
                        + "beforeBaseline afterBaseline afterBaselineOperationFinish");
        watching.clear();
        assertThatThrownBy(() -> engineInSchema()
                        .callbacks(watching)
                        .baselineVersion("7")
                        .load()
                        .baseline())
                .isInstanceOf(MigrateDbException.class);
        assertThat(watching.fired()).isEqualTo("beforeConnect afterConnect afterBaselineError");
        assertSeenAsPromised(
                Event.BEFORE_BASELINE,
                Event.AFTER_BASELINE,
                Event.AFTER_BASELINE_ERROR,
                Event.AFTER_BASELINE_OPERATION_FINISH);
    }

    @Test
    void aHistoryThatIsBegunByMigrateFiresTheEventsOfBaselineAfterBeforeMigrate() {
        database.execute("create table old (id int)");
        good();

        engine().baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(watching)
                .load()
                .migrate();

        assertThat(watching.fired()).contains("beforeMigrate beforeBaseline afterBaseline beforeEachMigrate ");
        assertSeenAsPromised(Event.BEFORE_BASELINE, Event.AFTER_BASELINE);
    }

    @Test
    void repairShowsWhatTheTableSays() {
        good();
        engine().load().migrate();
        script("V1__one.sql", "create table thing (id int); -- changed");

        engine().callbacks(watching).load().repair();

        assertThat(watching.fired())
                .isEqualTo("beforeConnect afterConnect beforeRepair afterRepair afterRepairOperationFinish");
        watching.clear();
        assertThatThrownBy(() -> engine().callbacks(watching, throwingAt(Event.AFTER_REPAIR))
                        .load()
                        .repair())
                .isInstanceOf(CallbackFailedException.class);
        assertThat(watching.fired()).isEqualTo("beforeConnect afterConnect beforeRepair afterRepair afterRepairError");
        assertSeenAsPromised(
                Event.BEFORE_REPAIR, Event.AFTER_REPAIR, Event.AFTER_REPAIR_ERROR, Event.AFTER_REPAIR_OPERATION_FINISH);
    }

    /** A command that comes by the event, and prepares what it needs for that. */
    private Consumer<MigrateDb> passing(Event event) {
        switch (event) {
            case AFTER_EACH_MIGRATE_STATEMENT_ERROR, AFTER_EACH_MIGRATE_ERROR, AFTER_MIGRATE_ERROR -> {
                bad();
                return MigrateDb::migrate;
            }
            case AFTER_VALIDATE_ERROR -> {
                good();
                return MigrateDb::validate;
            }
            case AFTER_VALIDATE_OPERATION_FINISH -> {
                return MigrateDb::validate;
            }
            case AFTER_INFO_ERROR -> {
                twins();
                return MigrateDb::info;
            }
            case AFTER_EACH_UNDO_STATEMENT_ERROR, AFTER_EACH_UNDO_ERROR, AFTER_UNDO_ERROR -> {
                badUndo();
                return MigrateDb::undo;
            }
            case BEFORE_UNDO,
                    BEFORE_EACH_UNDO,
                    BEFORE_EACH_UNDO_STATEMENT,
                    AFTER_EACH_UNDO_STATEMENT,
                    AFTER_EACH_UNDO,
                    AFTER_UNDO,
                    AFTER_UNDO_OPERATION_FINISH -> {
                undoable();
                return MigrateDb::undo;
            }
            case BEFORE_CLEAN, AFTER_CLEAN, AFTER_CLEAN_OPERATION_FINISH -> {
                undoable();
                return MigrateDb::clean;
            }
            case AFTER_CLEAN_ERROR -> {
                twins();
                return MigrateDb::clean;
            }
            case BEFORE_BASELINE, AFTER_BASELINE, AFTER_BASELINE_OPERATION_FINISH -> {
                return MigrateDb::baseline;
            }
            case AFTER_BASELINE_ERROR -> {
                undoable();
                return MigrateDb::baseline;
            }
            case BEFORE_REPAIR, AFTER_REPAIR, AFTER_REPAIR_OPERATION_FINISH -> {
                undoable();
                return MigrateDb::repair;
            }
            case AFTER_REPAIR_ERROR -> {
                twins();
                return MigrateDb::repair;
            }
            case BEFORE_INFO, AFTER_INFO, AFTER_INFO_OPERATION_FINISH -> {
                good();
                return MigrateDb::info;
            }
            default -> {
                good();
                return MigrateDb::migrate;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallbackThatThrowsHasTheEffectThatTheTableSays(Event where) {
        Consumer<MigrateDb> command = passing(where);
        RecordingCallback throwing = throwingAt(where);
        RecordingCallback later = new RecordingCallback() {
            @Override
            public String getCallbackName() {
                return "later";
            }
        };
        MigrateDb engine =
                engineInSchema().cleanDisabled(false).callbacks(throwing, later).load();

        if (!server().hasSchemas() && where.id().contains("reateSchema")) {
            command.accept(engine);
            assertThat(throwing.fired()).doesNotContain(where.id());
            return;
        }

        MigrateDbException thrown = catchThrowableOfType(MigrateDbException.class, () -> command.accept(engine));

        String promised = CallbackPage.byEvent().get(where).throwing();
        if (promised.equals("added to the error")) {
            assertThat(thrown).isNotInstanceOf(CallbackFailedException.class);
            assertThat(thrown.getSuppressed()).hasSize(1);
            assertFailedAt(where, thrown.getSuppressed()[0]);
            assertThat(later.fired()).contains(where.id());
            return;
        }
        assertFailedAt(where, thrown);
        assertThat((" " + later.fired() + " ")).doesNotContain(" " + where.id() + " ");
        switch (promised) {
            case "fails, error event" -> assertThat(throwing.fired()).endsWith(where.id() + " " + errorEvent(where));
            case "fails the migration" -> {
                assertThat(throwing.fired())
                        .endsWith(where.id()
                                + (where.id().contains("Undo")
                                        ? " afterEachUndoError afterUndoError"
                                        : " afterEachMigrateError afterMigrateError"));
                // the undo migration changes nothing but rows
                boolean ddlBegun =
                        where != Event.BEFORE_EACH_MIGRATE && !where.id().contains("Undo");
                assertThat(failedRows()).isEqualTo(ddlBegun && !transactionalDdl() ? 1 : 0);
            }
            default -> assertThat(throwing.fired()).endsWith(where.id());
        }
    }

    private static String errorEvent(Event where) {
        // validation, schemas and connecting are looked at as parts of migrate
        return Stream.of("Info", "Undo", "Clean", "Baseline", "Repair")
                .filter(command -> where.id().endsWith(command))
                .map(command -> "after" + command + "Error")
                .findFirst()
                .orElse("afterMigrateError");
    }

    private static void assertFailedAt(Event where, Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        CallbackFailedException.class,
                        ex -> assertThat(ex.event()).isEqualTo(where))
                .hasMessageContaining("no, not at " + where.id())
                .hasMessageContaining(RecordingCallback.class.getName());
    }

    private long failedRows() {
        return database.jdbc()
                .sql("select count(*) from " + inSchema(HISTORY) + " where \"success\" = false")
                .query(Long.class)
                .single();
    }
}
