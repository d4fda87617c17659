package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.ignoreMigrationPatterns;
import static dev.migratedb.compatibility.Setting.javaMigrations;
import static dev.migratedb.compatibility.Setting.outOfOrder;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.validateOnMigrate;

import java.util.List;

/** What validation finds, what it is told to ignore, and what a migrate without it does. */
final class ValidationScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String THREE = "create table three (id int);";
    private static final String VIEW = "create view v as select * from one;";
    private static final String VERSION_FAILED = "update {history} set \"success\" = false where \"version\" = '2'";
    private static final String VIEW_FAILED = "update {history} set \"success\" = false where \"description\" = 'View'";
    private static final String MISSING_SCHEMA = "validates where the schema is missing";
    private static final String FAILED_VERSION = "stops at a failed version even without validation";
    private static final String FAILED_REPEATABLE = "stops at a failed repeatable migration even without validation";

    private ValidationScenarios() {}

    static Theme theme() {
        return new Theme("validation", scenarios(), differences());
    }

    private static Scenario migrated(String name) {
        return scenario(name)
                .file("V1__One.sql", ONE)
                .file("V2__Two.sql", TWO)
                .file("R__View.sql", VIEW)
                .migrate();
    }

    private static List<Scenario> scenarios() {
        return List.of(
                migrated("finds failed rows wrong, versioned and repeatable")
                        .sql(VERSION_FAILED, VIEW_FAILED)
                        .validate()
                        .migrate(),
                migrated("finds a failed row wrong whose file is gone, below and above what there is")
                        .sql(VERSION_FAILED)
                        .delete("V2__Two.sql")
                        .validate()
                        .file("V3__Three.sql", THREE)
                        .validate()
                        .with(ignoreMigrationPatterns("*:missing"))
                        .validate(),
                migrated("misses a repeatable migration without a file")
                        .delete("R__View.sql")
                        .validate()
                        .migrate()
                        .with(ignoreMigrationPatterns("repeatable:missing"))
                        .validate()
                        .migrate(),
                migrated("finds another description wrong")
                        .delete("V2__Two.sql")
                        .file("V2__Zwei.sql", TWO)
                        .validate()
                        .migrate(),
                migrated("finds everything wrong at once")
                        .file("V4__Four.sql", "create table four (id int);")
                        .migrate()
                        .file("V1__One.sql", "create table one (id bigint);")
                        .delete("V2__Two.sql")
                        .file("V3__Three.sql", THREE)
                        .delete("V4__Four.sql")
                        .file("V4__Vier.sql", "create table vier (id int);")
                        .file("R__View.sql", "create view v as select id from one;")
                        .file("R__Other.sql", "create view w as select * from one;")
                        .validate()
                        .migrate(),
                migrated("finds a repeatable migration wrong that the history has as Java")
                        .sql("update {history} set \"type\" = 'JDBC' where \"description\" = 'View'")
                        .validate()
                        .migrate()
                        .repair()
                        .validate(),
                scenario("compares no checksum where one side has none")
                        .with(javaMigrations(new JavaStep("1", "One", null, "create table one (id int)")))
                        .migrate()
                        .with(javaMigrations(new JavaStep("1", "One", 5, "create table one (id int)")))
                        .validate()
                        .repair()
                        .with(javaMigrations(new JavaStep("1", "One", 6, "create table one (id int)")))
                        .validate(),
                scenario(MISSING_SCHEMA)
                        .with(schemas("fresh"))
                        .file("V1__One.sql", ONE)
                        .validate()
                        .with(ignoreMigrationPatterns("*:pending"))
                        .validate()
                        .info(),
                migrated("ignores what is pending, by kind")
                        .file("V3__Three.sql", THREE)
                        .file("R__Other.sql", "create view w as select * from one;")
                        .with(ignoreMigrationPatterns("versioned:pending"))
                        .validate()
                        .with(ignoreMigrationPatterns("repeatable:pending"))
                        .validate()
                        .with(ignoreMigrationPatterns("*:pending"))
                        .validate()
                        .migrate(),
                migrated("ignores what is missing, by kind")
                        .file("V3__Three.sql", THREE)
                        .migrate()
                        .delete("V1__One.sql")
                        .delete("R__View.sql")
                        .with(ignoreMigrationPatterns("versioned:missing"))
                        .validate()
                        .with(ignoreMigrationPatterns("VERSIONED:Missing", "repeatable:missing"))
                        .validate()
                        .with(ignoreMigrationPatterns("repeatable:*"))
                        .validate(),
                scenario("ignores late versions, by kind")
                        .file("V1__One.sql", ONE)
                        .file("V3__Three.sql", THREE)
                        .migrate()
                        .file("V2__Two.sql", TWO)
                        .with(ignoreMigrationPatterns("repeatable:ignored"))
                        .validate()
                        .with(ignoreMigrationPatterns("versioned:ignored"))
                        .validate()
                        .migrate()
                        .with(outOfOrder(true))
                        .validate(),
                migrated("ignores the future only while told to")
                        .delete("V2__Two.sql")
                        .validate()
                        .with(ignoreMigrationPatterns())
                        .validate()
                        .migrate()
                        .with(ignoreMigrationPatterns("versioned:future"))
                        .validate()
                        .with(ignoreMigrationPatterns("repeatable:future"))
                        .validate(),
                migrated("ignores every state but not what has changed")
                        .file("V1__One.sql", "create table one (id bigint);")
                        .file("R__View.sql", "create view v as select id from one;")
                        .delete("V2__Two.sql")
                        .file("V3__Three.sql", THREE)
                        .with(ignoreMigrationPatterns("*:*"))
                        .validate(),
                migrated("compares repeatable migrations strictly where pending ones are ignored")
                        .file("R__View.sql", "create view v as select id from one;")
                        .with(ignoreMigrationPatterns("*:pending"))
                        .validate(),
                migrated("runs over changes without validation")
                        .with(validateOnMigrate(false))
                        .file("V1__One.sql", "create table one (id bigint);")
                        .delete("V2__Two.sql")
                        .file("V3__Three.sql", THREE)
                        .migrate(),
                migrated(FAILED_VERSION)
                        .with(validateOnMigrate(false))
                        .file("V3__Three.sql", THREE)
                        .sql(VERSION_FAILED)
                        .migrate(),
                migrated(FAILED_REPEATABLE)
                        .with(validateOnMigrate(false))
                        .file("V3__Three.sql", THREE)
                        .sql(VIEW_FAILED)
                        .migrate(),
                migrated("runs no late version without validation")
                        .with(validateOnMigrate(false))
                        .file("V1_5__Late.sql", "create table late (id int);")
                        .file("V3__Three.sql", THREE)
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "a missing schema is nothing to find wrong",
                                "Migrate creates it; what has not run in it yet is told instead, and events"
                                        + " fire as always.")
                        .at(MISSING_SCHEMA, "1 validate", Aspect.OUTCOME, """
                                schema does not exist
                                """, """
                                validation failed
                                  RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED 1
                                """)
                        .at(MISSING_SCHEMA, "1 validate", Aspect.EVENTS, """
                                afterConnect
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                """)
                        .at(MISSING_SCHEMA, "2 validate", Aspect.EVENTS, """
                                afterConnect
                                afterValidateOperationFinish
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                afterValidateOperationFinish
                                """),
                difference(
                                "failed rows are found before a run begins",
                                "No callback shall prepare a run that is refused, and the failed migrations are"
                                        + " named as by validation.")
                        .at(FAILED_VERSION, "3 migrate", Aspect.OUTCOME, """
                                history has a failed migration
                                """, """
                                validation failed
                                  FAILED_VERSIONED_MIGRATION 2
                                """)
                        .at(FAILED_VERSION, "3 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeMigrate
                                afterMigrateError
                                """, """
                                afterConnect
                                afterMigrateError
                                """)
                        .at(FAILED_REPEATABLE, "3 migrate", Aspect.OUTCOME, """
                                history has a failed migration
                                """, """
                                validation failed
                                  FAILED_REPEATABLE_MIGRATION View
                                """)
                        .at(FAILED_REPEATABLE, "3 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeMigrate
                                afterMigrateError
                                """, """
                                afterConnect
                                afterMigrateError
                                """));
    }
}
