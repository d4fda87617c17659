package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.javaMigrations;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.target;

import java.util.List;

/** Where MigrateDB goes another way than Flyway. */
final class OtherwiseScenarios {

    private static final String JAVA_NOW = "a version that was SQL is in Java now";
    private static final String BASELINE_ABOVE_TARGET = "a baseline migration above the target";
    private static final String FAILED_OUTSIDE = "a failure outside of a transaction";
    private static final String NEVER_ENDS = "a script that never ends";
    private static final String BASELINE_WITH_SCHEMA = "a baseline that creates its schema";

    private static final String FAILING_CALLBACK = "a callback that fails stops the run";

    private OtherwiseScenarios() {}

    static Theme theme() {
        return new Theme("otherwise", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario(JAVA_NOW)
                        .file("V1__One.sql", "create table one (id int);")
                        .migrate()
                        .delete("V1__One.sql")
                        .with(javaMigrations(new JavaStep("1", "One", null, "create table one_again (id int)")))
                        .info(),
                scenario(BASELINE_ABOVE_TARGET)
                        .with(target("3"))
                        .file("V1__One.sql", "select 1;")
                        .file("V3__Three.sql", "select 3;")
                        .file("B5__Five.sql", "select 5;")
                        .migrate(),
                scenario(FAILED_OUTSIDE)
                        .only(Database.POSTGRESQL)
                        .file("V1__One.sql", "create table one (id int);")
                        .file("V2__Vacuum.sql", "vacuum one; vacuum nowhere;")
                        .migrate(),
                scenario(NEVER_ENDS)
                        .file("V1__One.sql", "select 1;")
                        .file("V2__Open.sql", "select 2; select 'open;")
                        .migrate(),
                scenario(BASELINE_WITH_SCHEMA).with(schemas("fresh")).baseline(),
                scenario("two files of one version are refused")
                        .file("V1__One.sql", "create table one (id int);")
                        .file("V1.0__Uno.sql", "create table uno (id int);")
                        .migrate()
                        .validate(),
                scenario(FAILING_CALLBACK)
                        .file("V1__One.sql", "create table one (id int);")
                        .file("beforeEachMigrate.sql", "insert into nowhere values (1);")
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "a version is one migration whatever it is written in",
                                "What was applied as SQL must not run again because it is a class by now.")
                        .at(JAVA_NOW, "2 info", Aspect.INFO, """
                                1 | One | SQL | Future
                                1 | One | JDBC | Pending
                                """, """
                                1 | One | SQL | Success
                                """),
                difference(
                                "baseline migrations respect the target",
                                "A target that a baseline migration jumps over is none.")
                        .at(BASELINE_ABOVE_TARGET, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                1 | 5 | Five | SQL_BASELINE | B5__Five.sql | -1296324035 | (user) | success
                                """, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -690524359 | (user) | success
                                2 | 3 | Three | SQL | V3__Three.sql | -455012933 | (user) | success
                                """)
                        .at(BASELINE_ABOVE_TARGET, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Below Baseline
                                3 | Three | SQL | Below Baseline
                                5 | Five | SQL_BASELINE | Baseline
                                """, """
                                1 | One | SQL | Success
                                3 | Three | SQL | Success
                                5 | Five | SQL_BASELINE | Above Target
                                """)
                        .at(BASELINE_ABOVE_TARGET, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 5
                                beforeEachMigrateStatement 5
                                afterEachMigrateStatement 5
                                afterEachMigrate 5
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                beforeEachMigrate 3
                                beforeEachMigrateStatement 3
                                afterEachMigrateStatement 3
                                afterEachMigrate 3
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """),
                difference(
                                "a failure outside of a transaction is recorded",
                                "What it had done by then is there, and Flyway loses the row that says so with the transaction of"
                                        + " its lock.")
                        .at(FAILED_OUTSIDE, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                """, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                2 | 2 | Vacuum | SQL | V2__Vacuum.sql | 1406248455 | (user) | failed
                                """)
                        .at(FAILED_OUTSIDE, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Success
                                2 | Vacuum | SQL | Pending
                                """, """
                                1 | One | SQL | Success
                                2 | Vacuum | SQL | Failed
                                """),
                difference(
                                "a broken script is found before anything runs",
                                "All pending scripts are read to their ends first.")
                        .at(NEVER_ENDS, "1 migrate", Aspect.OUTCOME, """
                                migration failed: V2__Open.sql
                                """, """
                                SYNTAX: The string that begins here does not end before the end of the script
                                """)
                        .at(Database.POSTGRESQL, NEVER_ENDS, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -690524359 | (user) | success
                                """, """
                                (no history)
                                """)
                        .at(Database.H2, NEVER_ENDS, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                1 | 1 | One | SQL | V1__One.sql | -690524359 | (user) | success
                                2 | 2 | Open | SQL | V2__Open.sql | -524159057 | (user) | failed
                                """, """
                                (no history)
                                """)
                        .at(Database.POSTGRESQL, NEVER_ENDS, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Success
                                2 | Open | SQL | Pending
                                """, """
                                1 | One | SQL | Pending
                                2 | Open | SQL | Pending
                                """)
                        .at(Database.H2, NEVER_ENDS, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Success
                                2 | Open | SQL | Failed
                                """, """
                                1 | One | SQL | Pending
                                2 | Open | SQL | Pending
                                """)
                        .at(NEVER_ENDS, "1 migrate", Aspect.EVENTS, """
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
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                afterMigrateError
                                """),
                difference(
                                "the row of created schemas has rank 0",
                                "Schemas are created before the history begins, by baseline as by migrate.")
                        .at(BASELINE_WITH_SCHEMA, "1 baseline", Aspect.HISTORY, """
                                in "fresh"
                                1 | 1 | << MigrateDB Baseline >> | BASELINE | << MigrateDB Baseline >> | - | (user) | success
                                2 | - | << MigrateDB Schema Creation >> | SCHEMA | "fresh" | - | (user) | success
                                """, """
                                in "fresh"
                                0 | - | << MigrateDB Schema Creation >> | SCHEMA | "fresh" | - | (user) | success
                                1 | 1 | << MigrateDB Baseline >> | BASELINE | << MigrateDB Baseline >> | - | (user) | success
                                """)
                        .at(BASELINE_WITH_SCHEMA, "1 baseline", Aspect.INFO, """
                                1 | << MigrateDB Baseline >> | BASELINE | Baseline
                                - | << MigrateDB Schema Creation >> | SCHEMA | Success
                                """, """
                                - | << MigrateDB Schema Creation >> | SCHEMA | Success
                                1 | << MigrateDB Baseline >> | BASELINE | Baseline
                                """),
                difference(
                                "a callback of a migration fails the migration",
                                "The migration did not happen, and whoever listens to its failures shall hear of that.")
                        .at(FAILING_CALLBACK, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                afterEachMigrateError 1
                                afterMigrateError
                                """));
    }
}
