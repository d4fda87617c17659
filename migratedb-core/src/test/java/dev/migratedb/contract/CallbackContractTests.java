package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.Order;

abstract class CallbackContractTests extends ContractTests {

    static final String CONNECT = "beforeConnect afterConnect ";
    static final String STATEMENT = " beforeEachMigrateStatement afterEachMigrateStatement";

    void twoVersionedAndOneRepeatable() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into thing values (2);");
        script("R__view.sql", "create view things as select * from thing;");
    }

    @Test
    void firesTheEventsOfAFullRunInTheirOrder() {
        twoVersionedAndOneRepeatable();
        RecordingCallback callback = new RecordingCallback();

        engine().callbacks(callback).load().migrate();

        assertThat(callback.fired())
                .isEqualTo(CONNECT + "beforeValidate afterValidate beforeMigrate"
                        + " beforeEachMigrate" + STATEMENT + " afterEachMigrate"
                        + " beforeEachMigrate" + STATEMENT + STATEMENT + " afterEachMigrate"
                        + " afterVersioned beforeRepeatables"
                        + " beforeEachMigrate" + STATEMENT + " afterEachMigrate"
                        + " afterMigrateApplied afterMigrate afterMigrateOperationFinish");
    }

    @Test
    void firesTheEventsOfARunWithNothingPending() {
        twoVersionedAndOneRepeatable();
        engine().load().migrate();
        RecordingCallback callback = new RecordingCallback();

        engine().callbacks(callback).load().migrate();

        assertThat(callback.fired())
                .isEqualTo(
                        CONNECT
                                + "beforeValidate afterValidate beforeMigrate afterVersioned afterMigrate afterMigrateOperationFinish");
        callback.clear();
        engine().callbacks(callback).validateOnMigrate(false).load().migrate();
        assertThat(callback.fired())
                .isEqualTo(CONNECT + "beforeMigrate afterVersioned afterMigrate afterMigrateOperationFinish");
    }

    @Test
    void firesTheEventsOfSchemaCreationOnlyWhenSchemasAreCreated() {
        twoVersionedAndOneRepeatable();
        RecordingCallback callback = new RecordingCallback();

        engine().schemas("shop").callbacks(callback).load().migrate();

        assertThat(callback.fired()).contains("createSchema beforeCreateSchema").contains(" beforeMigrate ");
        assertThat(callback.fired().indexOf("createSchema"))
                .isLessThan(callback.fired().indexOf(" beforeMigrate "));
        callback.clear();
        script("V3__three.sql", "insert into thing values (3);");
        engine().schemas("shop").callbacks(callback).load().migrate();
        assertThat(callback.fired()).doesNotContain("reateSchema");
    }

    @Test
    void firesTheErrorEventsOfAFailingStatementAfterTheRollbackWithTheError() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into nothing values (2);");
        List<Long> rowsSeen = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event.id().endsWith("Error")) {
                rowsSeen.add(context.getJdbcClient()
                        .sql("select count(*) from thing")
                        .query(Long.class)
                        .single());
                errors.add(context.getError());
            }
            if (event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR) {
                assertThat(context.getStatement()).isNotNull();
                assertThat(context.getStatement().sql()).isEqualTo("insert into nothing values (2)");
                assertThat(context.getStatement().position().line()).isEqualTo(2);
                assertThat("SQLState " + context.getStatement().error().getSQLState())
                        .startsWith(notThere());
                assertThat(context.getMigrationInfo()).isNotNull();
            }
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate())
                .satisfies(ex -> {
                    assertThat(errors)
                            .hasSize(3)
                            .allSatisfy(error -> assertThat(error).isSameAs(ex));
                    assertThat(ex).hasNoSuppressedExceptions();
                });
        assertThat(callback.fired())
                .endsWith("beforeEachMigrate" + STATEMENT
                        + " beforeEachMigrateStatement afterEachMigrateStatementError afterEachMigrateError"
                        + " afterMigrateError");
        assertThat(rowsSeen).containsOnly(0L);
    }

    @Test
    void firesTheErrorEventsOfAFailedValidation() {
        twoVersionedAndOneRepeatable();
        engine().load().migrate();
        script("V1__one.sql", "create table changed (id int);");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate());
        assertThat(callback.fired()).isEqualTo(CONNECT + "beforeValidate afterValidateError afterMigrateError");

        callback.clear();
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().validate());
        assertThat(callback.fired()).isEqualTo(CONNECT + "beforeValidate afterValidateError");
    }

    @Test
    void firesTheEventsOfValidateAndInfo() {
        twoVersionedAndOneRepeatable();
        engine().load().migrate();
        List<Object> results = new ArrayList<>();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (context.getOperationResult() != null) {
                results.add(context.getOperationResult());
            }
        });

        engine().callbacks(callback).load().validate();
        InfoResult info = engine().callbacks(callback).load().info();

        assertThat(callback.fired())
                .isEqualTo(CONNECT + "beforeValidate afterValidate afterValidateOperationFinish " + CONNECT
                        + "beforeInfo afterInfo afterInfoOperationFinish");
        assertThat(results).hasSize(4).contains(info);
        callback.clear();
        script("V1__twin.sql", "select 1;");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().info());
        assertThat(callback.fired()).isEqualTo(CONNECT + "beforeInfo afterInfoError");
    }

    @Test
    void aNotifierHearsSuccessAndFailure() {
        List<String> notifications = new ArrayList<>();
        Callback notifier = new Callback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                return event.equals(Event.AFTER_MIGRATE) || event.equals(Event.AFTER_MIGRATE_ERROR);
            }

            @Override
            public void handle(Event event, CallbackContext context) {
                notifications.add(event.equals(Event.AFTER_MIGRATE) ? "Success" : "Failed");
            }

            @Override
            public String getCallbackName() {
                return "MyNotifier";
            }
        };
        twoVersionedAndOneRepeatable();
        engine().callbacks(notifier).load().migrate();
        script("V3__bad.sql", "insert into nothing values (1);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().callbacks(notifier).load().migrate());
        assertThat(notifications).containsExactly("Success", "Failed");
    }

    @Test
    void aFailingBeforeMigrateStopsTheRunBeforeAnythingButSchemasIsCreated() {
        twoVersionedAndOneRepeatable();
        script("beforeMigrate__check.sql", "-- a gatekeeper\nselect 1;\nselect no_such_column;\n");

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("beforeMigrate__check.sql")
                .withMessageContaining(":3:")
                .withMessageContaining(notThere())
                .satisfies(ex -> {
                    assertThat(ex.event()).isEqualTo(Event.BEFORE_MIGRATE);
                    assertThat(ex.position()).isNotNull();
                });
        assertThat(historyExists()).isFalse();
        assertThat(database.tables()).noneMatch(table -> table.endsWith("thing"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {
                "BEFORE_VALIDATE",
                "AFTER_VALIDATE",
                "BEFORE_MIGRATE",
                "BEFORE_EACH_MIGRATE",
                "BEFORE_EACH_MIGRATE_STATEMENT",
                "AFTER_EACH_MIGRATE_STATEMENT",
                "AFTER_EACH_MIGRATE",
                "AFTER_VERSIONED",
                "BEFORE_REPEATABLES",
                "AFTER_MIGRATE_APPLIED",
                "AFTER_MIGRATE"
            })
    void aCallbackThatThrowsFailsTheRunAndIsHeardByAfterMigrateError(Event where) {
        twoVersionedAndOneRepeatable();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == where) {
                throw new IllegalStateException("no, not at " + event.id());
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate())
                .withMessageContaining("no, not at " + where.id())
                .withMessageContaining(RecordingCallback.class.getName())
                .satisfies(ex -> assertThat(ex.event()).isEqualTo(where));
        assertThat(callback.fired()).endsWith("afterMigrateError");
    }

    @Test
    void anErrorCallbackThatFailsNeverReplacesTheCause() {
        script("V1__one.sql", "insert into nothing values (1);");
        Callback failing = new RecordingCallback((event, context) -> {
            if (event.id().endsWith("Error")) {
                throw new IllegalStateException("second failure at " + event.id());
            }
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().callbacks(failing).load().migrate())
                .satisfies(ex -> assertThat(ex.getSuppressed())
                        .hasSize(3)
                        .extracting(Throwable::getMessage)
                        .allSatisfy(message -> assertThat(message).contains("second failure at ")));
    }

    @Test
    void aBlockedStatementIsLeftOutAndTheRunGoesOn() {
        twoVersionedAndOneRepeatable();
        Callback blocking = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT
                    && context.getStatement() != null
                    && context.getStatement().sql().contains("values (1)")) {
                throw new BlockStatementExecutionException("not today");
            }
        });

        MigrateResult result = engine().callbacks(blocking).load().migrate();

        assertThat(result.migrationsExecuted()).isEqualTo(3);
        assertThat(database.strings("select id from thing")).containsExactly("2");
    }

    @Test
    void statementEventsTellSqlPositionAndRows() {
        twoVersionedAndOneRepeatable();
        List<String> seen = new ArrayList<>();
        Callback callback = new RecordingCallback((event, context) -> {
            CallbackContext.Statement statement = context.getStatement();
            if (statement != null && statement.sql().startsWith("insert")) {
                seen.add(event.id() + " " + statement.sql() + " at "
                        + statement.position().line() + ": " + statement.updateCount());
            }
        });

        engine().callbacks(callback).load().migrate();

        assertThat(seen)
                .containsExactly(
                        "beforeEachMigrateStatement insert into thing values (1) at 1: -1",
                        "afterEachMigrateStatement insert into thing values (1) at 1: 1",
                        "beforeEachMigrateStatement insert into thing values (2) at 2: -1",
                        "afterEachMigrateStatement insert into thing values (2) at 2: 1");
    }

    @Test
    void supportsIsAskedOnceAtTheStartWithoutMigrationAndDecides() {
        twoVersionedAndOneRepeatable();
        List<String> asked = new ArrayList<>();
        Callback never = new Callback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                asked.add(event.id() + (context.getMigrationInfo() == null ? "" : " with migration"));
                return false;
            }

            @Override
            public void handle(Event event, CallbackContext context) {
                throw new AssertionError();
            }
        };

        engine().callbacks(never).load().migrate();

        assertThat(asked)
                .hasSize(Event.values().length)
                .doesNotHaveDuplicates()
                .noneMatch(line -> line.contains("with"));
    }

    @Test
    void sqlAndJavaCallbacksRunByOrderThenByName() {
        script("V1__one.sql", "create table thing (id int);");
        script("beforeMigrate.sql", "select 1;");
        script("beforeMigrate__1.sql", "select 1;");
        script("beforeMigrate__2.sql", "select 1;");
        script("beforeMigrate__a.sql", "select 1;");
        script("beforeMigrate__b.sql", "select 1;");

        List<String> order;
        try (LogLines lines = new LogLines()) {
            engine().callbacks(new Named("10"), new Named("Z"), new First("zz"))
                    .load()
                    .migrate();
            order = lines.all().stream()
                    .filter(line -> line.startsWith("Executing"))
                    .map(line -> line.replaceFirst("Executing (\\w+) callback: beforeMigrate( - )?", "$1 "))
                    .toList();
        }

        assertThat(order).containsExactly("Java zz", "SQL ", "SQL 1", "Java 10", "SQL 2", "Java Z", "SQL a", "SQL b");
    }

    static class Named implements Callback {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return event == Event.BEFORE_MIGRATE;
        }

        @Override
        public void handle(Event event, CallbackContext context) {}

        @Override
        public String getCallbackName() {
            return name;
        }
    }

    @Order(1)
    static final class First extends Named {

        First(String name) {
            super(name);
        }
    }

    @Test
    void sqlCallbacksOfEachMigrationRunInItsTransaction() {
        script("V1__one.sql", "create table thing (id int);\ncreate table audit_run (what varchar(100));");
        script("V2__two.sql", "insert into thing values (1);");
        script("afterEachMigrate__audit.sql", "insert into audit_run values ('${flyway:filename}');");
        script("afterMigrate__1_refresh.sql", "insert into audit_run values ('refreshed ${what}');");

        engine().placeholders(java.util.Map.of("what", "totals")).load().migrate();

        assertThat(database.strings("select what from audit_run"))
                .containsExactly("afterEachMigrate__audit.sql", "afterEachMigrate__audit.sql", "refreshed totals");
    }

    @Test
    void callbackLocationsAddToLocations() {
        twoVersionedAndOneRepeatable();
        script("more/afterMigrate__more.sql", "insert into thing values (100);");
        script("afterMigrate.sql", "insert into thing values (200);");
        java.nio.file.Path elsewhere = folder.resolveSibling(folder.getFileName() + "-callbacks");
        script("../" + elsewhere.getFileName() + "/afterMigrate__elsewhere.sql", "insert into thing values (300);");

        engine().callbackLocations("filesystem:" + elsewhere).load().migrate();

        assertThat(database.strings("select id from thing where id >= 100 order by id"))
                .containsExactly("100", "200", "300");
    }

    @Test
    void afterMigrateErrorIsHeardWhenTheHistoryCannotBeRead() {
        database.execute("create table " + HISTORY + " (note varchar(10))");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(dev.migratedb.migration.MigrateDbException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().migrate());
        assertThat(callback.fired()).isEqualTo(CONNECT + "afterMigrateError");
    }

    @Test
    void sqlCallbacksObeyTheConfiguredSeparatorAndAllSuffixes() {
        script("V1--one.ddl", "create table thing (id int);");
        script("afterMigrate--a_b.ddl", "insert into thing values (1);");
        script("afterMigrate--c.pkg.sql", "insert into thing values (2);");
        script("afterMigrate.ddl", "insert into thing values (3);");

        engine().sqlMigrationSeparator("--")
                .sqlMigrationSuffixes(".ddl", ".pkg.sql")
                .load()
                .migrate();

        assertThat(database.strings("select id from thing order by id")).containsExactly("1", "2", "3");
    }

    @Test
    void aBlockedStatementIsAnOrdinaryFailureAtAnyOtherEvent() {
        twoVersionedAndOneRepeatable();
        Callback blocking = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
                throw new BlockStatementExecutionException("too late");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(blocking).load().migrate())
                .withMessageContaining("too late");
    }
}
