package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.blockedStatements;
import static dev.migratedb.compatibility.Setting.cleanDisabled;
import static dev.migratedb.compatibility.Setting.createSchemas;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.validateOnMigrate;

import java.util.List;

/** The events of each command, and what becomes of a command whose callback fails. */
final class CallbackScenarios {

    private static final String BROKEN = "insert into nowhere values (1);";
    private static final String BEFORE_MIGRATE = "fails in beforeMigrate";
    private static final String AFTER_EACH = "fails in afterEachMigrate";
    private static final String STATEMENT_ERROR = "fails in afterEachMigrateStatementError after a failure";
    private static final String EACH_ERROR = "fails in afterEachMigrateError after a failure";
    private static final String MIGRATE_ERROR = "fails in afterMigrateError after a failure";
    private static final String BEFORE_SCHEMA = "fails in beforeCreateSchema";

    private CallbackScenarios() {}

    static Theme theme() {
        return new Theme("callbacks", scenarios(), differences());
    }

    private static Scenario files(String name) {
        return scenario(name)
                .file("V1__One.sql", "create table one (id int);")
                .file("V2__Two.sql", "insert into one values (1);")
                .file("R__View.sql", "create view v as select * from one;");
    }

    /** A migrate that would succeed but for a callback. */
    private static Scenario failing(String event) {
        return files("fails in " + event)
                .file(event + ".sql", BROKEN)
                .migrate()
                .delete(event + ".sql")
                .migrate();
    }

    /** A migrate that fails in its second version, and whose callback for that fails too. */
    private static Scenario failingTwice(String event) {
        return files("fails in " + event + " after a failure")
                .file("V2__Two.sql", "insert into one values (1); insert into one values ('one');")
                .file(event + ".sql", BROKEN)
                .migrate();
    }

    private static List<Scenario> scenarios() {
        return List.of(
                files("fires the events of each command")
                        .info()
                        .validate()
                        .repair()
                        .migrate()
                        .info()
                        .validate()
                        .repair(),
                files("fires the events of baseline and clean")
                        .baseline()
                        .baseline()
                        .with(cleanDisabled(false))
                        .clean(),
                files("fires no events for what is turned off")
                        .with(validateOnMigrate(false), createSchemas(false))
                        .migrate()
                        .migrate(),
                files("goes on after a statement that a callback blocks")
                        .file("V2__Two.sql", "insert into one values (1); insert into one values (2);")
                        .with(blockedStatements("values (1)"))
                        .migrate()
                        .validate(),
                failing("afterConnect"),
                failing("beforeValidate"),
                failing("afterValidate"),
                failing("beforeMigrate"),
                failing("beforeEachMigrateStatement"),
                failing("afterEachMigrateStatement"),
                failing("afterEachMigrate"),
                failing("afterVersioned"),
                failing("beforeRepeatables"),
                failing("afterMigrateApplied"),
                failing("afterMigrate"),
                failing("afterMigrateOperationFinish"),
                failingTwice("afterEachMigrateStatementError"),
                failingTwice("afterEachMigrateError"),
                failingTwice("afterMigrateError"),
                files(BEFORE_SCHEMA)
                        .with(schemas("fresh"))
                        .file("beforeCreateSchema.sql", BROKEN)
                        .migrate(),
                files("fails in beforeInfo").file("beforeInfo.sql", BROKEN).info(),
                files("fails in the callbacks of validation")
                        .migrate()
                        .file("beforeValidate.sql", BROKEN)
                        .validate()
                        .delete("beforeValidate.sql")
                        .file("afterValidate.sql", BROKEN)
                        .validate(),
                files("fails in the callbacks of repair")
                        .migrate()
                        .sql("update {history} set \"success\" = false where \"installed_rank\" = 3")
                        .file("beforeRepair.sql", BROKEN)
                        .repair()
                        .delete("beforeRepair.sql")
                        .file("afterRepair.sql", BROKEN)
                        .repair(),
                files("fails in the callbacks of baseline")
                        .file("beforeBaseline.sql", BROKEN)
                        .baseline()
                        .delete("beforeBaseline.sql")
                        .file("afterBaseline.sql", BROKEN)
                        .baseline(),
                files("fails in the callbacks of clean")
                        .with(cleanDisabled(false))
                        .migrate()
                        .file("beforeClean.sql", BROKEN)
                        .clean()
                        .delete("beforeClean.sql")
                        .file("afterClean.sql", BROKEN)
                        .clean());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "beforeMigrate comes before the history table",
                                "What it prepares, such as a role, shall hold for the table too; so a failure"
                                        + " of it leaves no table.")
                        .at(BEFORE_MIGRATE, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                """, """
                                (no history)
                                """),
                difference(
                                "afterEachMigrate is part of its migration",
                                "Its failure is one of the migration, which listeners hear of, and what stays"
                                        + " on H2 is recorded by a failed row.")
                        .at(AFTER_EACH, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrateError 1
                                afterMigrateError
                                """)
                        .at(Database.H2, AFTER_EACH, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                """, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | failed
                                """)
                        .at(Database.H2, AFTER_EACH, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Pending
                                2 | Two | SQL | Pending
                                - | View | SQL | Pending
                                """, """
                                1 | One | SQL | Failed
                                2 | Two | SQL | Pending
                                - | View | SQL | Pending
                                """),
                difference(
                                "a failing error callback does not hide the error",
                                "The failure of the migration is what has to be mended, and it is told to all"
                                        + " listeners.")
                        .at(STATEMENT_ERROR, "1 migrate", Aspect.OUTCOME, """
                                callback failed
                                """, """
                                migration failed: V2__Two.sql
                                """)
                        .at(STATEMENT_ERROR, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                beforeEachMigrate 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatement 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateError 2
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                beforeEachMigrate 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatement 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatementError 2
                                afterEachMigrateError 2
                                afterMigrateError
                                """)
                        .at(EACH_ERROR, "1 migrate", Aspect.OUTCOME, """
                                callback failed
                                """, """
                                migration failed: V2__Two.sql
                                """)
                        .at(EACH_ERROR, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                beforeEachMigrate 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatement 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatementError 2
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                beforeEachMigrate 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatement 2
                                beforeEachMigrateStatement 2
                                afterEachMigrateStatementError 2
                                afterEachMigrateError 2
                                afterMigrateError
                                """)
                        .at(MIGRATE_ERROR, "1 migrate", Aspect.OUTCOME, """
                                callback failed
                                """, """
                                migration failed: V2__Two.sql
                                """),
                difference(
                                "createSchema is told before beforeCreateSchema fails",
                                "Both events fire before anything is created, after validation except where a"
                                        + " lock needs the schema first.")
                        .at(Database.POSTGRESQL, BEFORE_SCHEMA, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                createSchema
                                """)
                        .at(Database.H2, BEFORE_SCHEMA, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                """, """
                                afterConnect
                                createSchema
                                """));
    }
}
