package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.baselineOnMigrate;
import static dev.migratedb.compatibility.Setting.cleanDisabled;
import static dev.migratedb.compatibility.Setting.createSchemas;
import static dev.migratedb.compatibility.Setting.defaultSchema;
import static dev.migratedb.compatibility.Setting.installedBy;
import static dev.migratedb.compatibility.Setting.javaMigrations;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.skipExecutingMigrations;

import java.util.List;

/** Schemas that are created, used and cleaned; and runs that only record. */
final class SchemaScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String VIEW = "create view v as select * from one;";
    private static final String DEFAULT_SCHEMA =
            "keeps the history in the default schema, which is the first unless said";
    private static final String NO_SCHEMA = "creates no schema when told not to";
    private static final String SECOND_IN_USE = "finds the second of its schemas in use";

    private SchemaScenarios() {}

    static Theme theme() {
        return new Theme("schemas and clean", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("uses a schema that is there")
                        .sql("create schema \"own\"")
                        .with(schemas("own"))
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .migrate()
                        .with(cleanDisabled(false))
                        .clean(),
                scenario("creates what is missing of several schemas, and drops only that")
                        .sql("create schema \"own\"")
                        .with(schemas("own", "missing"), cleanDisabled(false))
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .validate()
                        .clean(),
                scenario(DEFAULT_SCHEMA)
                        .with(schemas("first", "second"), defaultSchema("second"))
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .validate(),
                scenario(NO_SCHEMA)
                        .with(schemas("fresh"), createSchemas(false))
                        .file("V1__One.sql", ONE)
                        .info()
                        .validate()
                        .migrate(),
                scenario(SECOND_IN_USE)
                        .sql("create schema \"first\"", "create schema \"second\"")
                        .sql("create table \"second\".used (id int)")
                        .with(schemas("first", "second"))
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .with(baselineOnMigrate(true))
                        .migrate(),
                scenario("writes who is said to have installed it")
                        .with(installedBy("release train"))
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .delete("V1__One.sql")
                        .file("V2__Two.sql", TWO)
                        .with(installedBy("someone else"))
                        .repair()
                        .migrate(),
                scenario("cleans the default schema, and begins again")
                        .file("V1__One.sql", ONE)
                        .file("R__View.sql", VIEW)
                        .migrate()
                        .with(cleanDisabled(false))
                        .clean()
                        .migrate(),
                scenario("cleans a schema without a history")
                        .sql("create table used (id int primary key)", "create view seen as select * from used")
                        .with(cleanDisabled(false))
                        .clean(),
                scenario("cleans a schema that there is not")
                        .with(schemas("fresh"), cleanDisabled(false))
                        .clean(),
                scenario("only records, and runs what comes later")
                        .with(
                                skipExecutingMigrations(true),
                                javaMigrations(new JavaStep("2", "Two", 7, "insert into nowhere values (1)")))
                        .file("V1__One.sql", "insert into nowhere values (1);")
                        .file("R__View.sql", "create view v as select * from nowhere;")
                        .migrate()
                        .validate()
                        .with(skipExecutingMigrations(false))
                        .file("V3__Three.sql", "create table three (id int);")
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "validation comes before several schemas are created",
                                "Nothing is created for a run that will be refused; but on H2 the lock is a row"
                                        + " and needs its schema first.")
                        .at(Database.POSTGRESQL, DEFAULT_SCHEMA, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """)
                        .at(Database.H2, DEFAULT_SCHEMA, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeValidate
                                afterValidate
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                beforeEachMigrate 1
                                beforeEachMigrateStatement 1
                                afterEachMigrateStatement 1
                                afterEachMigrate 1
                                afterVersioned
                                afterMigrateApplied
                                afterMigrate
                                afterMigrateOperationFinish
                                """),
                difference(
                                "the schema of the lock is created first",
                                "On H2 the lock is a row of a table, so that the schema of the history must be"
                                        + " there before all others.")
                        .at(Database.H2, DEFAULT_SCHEMA, "1 migrate", Aspect.HISTORY, """
                                in "second"
                                0 | - | << MigrateDB Schema Creation >> | SCHEMA | "first","second" | - | (user) | success
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                """, """
                                in "second"
                                0 | - | << MigrateDB Schema Creation >> | SCHEMA | "second","first" | - | (user) | success
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                """)
                        .at(Database.H2, DEFAULT_SCHEMA, "2 validate", Aspect.HISTORY, """
                                in "second"
                                0 | - | << MigrateDB Schema Creation >> | SCHEMA | "first","second" | - | (user) | success
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                """, """
                                in "second"
                                0 | - | << MigrateDB Schema Creation >> | SCHEMA | "second","first" | - | (user) | success
                                1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                                """),
                difference(
                                "a missing schema that must not be created is named",
                                "Flyway finds out when it creates the history table there, and shows the"
                                        + " database's error.")
                        .at(NO_SCHEMA, "2 validate", Aspect.OUTCOME, """
                                schema does not exist
                                """, """
                                validation failed
                                  RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED 1
                                """)
                        .at(NO_SCHEMA, "2 validate", Aspect.EVENTS, """
                                afterConnect
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                """)
                        .at(NO_SCHEMA, "3 migrate", Aspect.OUTCOME, """
                                Flyway: Failed to execute script
                                """, """
                                The schemas [fresh] do not exist, and 'migratedb.create-schemas' is false.
                                """)
                        .at(NO_SCHEMA, "3 migrate", Aspect.EVENTS, """
                                afterConnect
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                """),
                difference(
                                "the second schema in use is a finding of validation",
                                "Whatever keeps a run from starting is found before it starts, all of it at once.")
                        .at(SECOND_IN_USE, "3 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                """));
    }
}
