package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.baselineOnMigrate;
import static dev.migratedb.compatibility.Setting.baselineVersion;
import static dev.migratedb.compatibility.Setting.cleanDisabled;
import static dev.migratedb.compatibility.Setting.placeholders;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.target;

import java.util.List;
import java.util.Map;

/** What everybody does: migrate, migrate again, fail, begin in a used schema, clean. */
final class BasicScenarios {

    private static final String PEOPLE = "create table people (id int primary key, name varchar(20));";

    private static final String USED_SCHEMA = "refuses a used schema without a history";
    private static final String SCHEMAS = "creates schemas, and cleans them away";

    private static final String MIGRATE_EVENTS = """
            beforeMigrate
            beforeEachMigrate 1
            beforeEachMigrateStatement 1
            afterEachMigrateStatement 1
            afterEachMigrate 1
            afterVersioned
            afterMigrateApplied
            afterMigrate
            afterMigrateOperationFinish
            """;

    private BasicScenarios() {}

    static Theme theme() {
        return new Theme("basics", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("runs pending migrations in the order of their versions, and then nothing")
                        .file("V1__People.sql", PEOPLE)
                        .file("V1_5__Ada_is_there.sql", "insert into people values (1, 'Ada');")
                        .file("V10__Index.sql", "create index people_name on people (name);")
                        .file("R__Names.sql", "create view names as select name from people;")
                        .info()
                        .migrate()
                        .migrate()
                        .validate(),
                scenario("runs only what is new")
                        .file("V1__People.sql", PEOPLE)
                        .migrate()
                        .file("V2__Ada.sql", "insert into people values (1, 'Ada');")
                        .file("sub/folder/V3__Bob.sql", "insert into people values (2, 'Bob');")
                        .migrate(),
                scenario("runs without anybody who listens")
                        .withoutCallback()
                        .file("V1__People.sql", PEOPLE)
                        .file(
                                "V2__Ada.sql",
                                "insert into people values (1, 'Ada'); insert into people values (2, 'B');")
                        .migrate()
                        .file("V3__Broken.sql", "insert into people values (3, 'C'); insert into nowhere values (1);")
                        .migrate(),
                scenario("finds nothing to do without any file")
                        .info()
                        .migrate()
                        .validate(),
                scenario("stops at a failing statement and goes on after a repair")
                        .file("V1__People.sql", PEOPLE)
                        .file("V2__Broken.sql", "create table pets (id int); insert into nowhere values (1);")
                        .file("V3__Never.sql", "create table never (id int);")
                        .migrate()
                        .migrate()
                        .validate()
                        .sql("drop table if exists pets")
                        .repair()
                        .file("V2__Broken.sql", "create table pets (id int);")
                        .migrate(),
                scenario("stops at the target")
                        .file("V1__One.sql", "create table one (id int);")
                        .file("V2__Two.sql", "create table two (id int);")
                        .file("V3__Three.sql", "create table three (id int);")
                        .file("R__View.sql", "create view v as select * from one;")
                        .with(target("2"))
                        .migrate()
                        .validate()
                        .with(target("latest"))
                        .migrate(),
                scenario("replaces placeholders, in the checksums of repeatable migrations too")
                        .with(placeholders(Map.of("table", "people", "Name", "Ada")))
                        .file("V1__People.sql", "create table ${table} (name varchar(20));")
                        .file("V2__Ada.sql", "insert into ${TABLE} values ('${name}');")
                        .file("R__View.sql", "create view v as select name, '${name}' as n from ${table};")
                        .migrate()
                        .validate()
                        .with(placeholders(Map.of("table", "people", "name", "Bob")))
                        .info(),
                scenario(USED_SCHEMA)
                        .sql("create table old (id int)")
                        .file("V1__People.sql", PEOPLE)
                        .migrate(),
                scenario("begins a history in a used schema when told to")
                        .with(baselineOnMigrate(true), baselineVersion("2"))
                        .sql("create table old (id int)")
                        .file("V1__One.sql", "create table one (id int);")
                        .file("V2__Two.sql", "create table two (id int);")
                        .file("V3__Three.sql", "create table three (id int);")
                        .migrate()
                        .validate(),
                scenario("begins a history by the command, which may be repeated")
                        .with(baselineVersion("2"))
                        .sql("create table old (id int)")
                        .file("V2__Two.sql", "create table two (id int);")
                        .file("V3__Three.sql", "create table three (id int);")
                        .baseline()
                        .baseline()
                        .migrate()
                        .with(baselineVersion("3"))
                        .baseline(),
                scenario(SCHEMAS)
                        .with(schemas("first", "second"))
                        .file("V1__One.sql", "create table one (id int);")
                        .migrate()
                        .clean()
                        .with(cleanDisabled(false))
                        .clean()
                        .info());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "a used schema is a finding of validation",
                                "Whatever keeps a run from starting is found before it starts, all of it at once.")
                        .at(USED_SCHEMA, "2 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                """),
                difference("clean is refused before connecting", "What the settings alone forbid needs no database.")
                        .at(SCHEMAS, "2 clean", Aspect.EVENTS, "afterConnect", ""),
                difference(
                                "validation comes before schemas are created",
                                "Nothing is created for a run that will be refused; but on H2 the lock is a row and needs its"
                                        + " schema first, so that there are two creations.")
                        .at(
                                Database.POSTGRESQL,
                                SCHEMAS,
                                "1 migrate",
                                Aspect.EVENTS,
                                """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                """ + MIGRATE_EVENTS,
                                """
                                afterConnect
                                beforeValidate
                                afterValidate
                                createSchema
                                beforeCreateSchema
                                """ + MIGRATE_EVENTS)
                        .at(
                                Database.H2,
                                SCHEMAS,
                                "1 migrate",
                                Aspect.EVENTS,
                                """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                """ + MIGRATE_EVENTS,
                                """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeValidate
                                afterValidate
                                createSchema
                                beforeCreateSchema
                                """ + MIGRATE_EVENTS));
    }
}
