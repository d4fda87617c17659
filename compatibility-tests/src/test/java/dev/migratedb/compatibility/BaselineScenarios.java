package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.baselineDescription;
import static dev.migratedb.compatibility.Setting.baselineOnMigrate;
import static dev.migratedb.compatibility.Setting.baselineVersion;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.skipExecutingMigrations;
import static dev.migratedb.compatibility.Setting.target;

import java.util.List;

/** How a history begins: by the command, by a migrate in a used schema, by baseline migrations. */
final class BaselineScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String THREE = "create table three (id int);";
    private static final String VIEW = "create view v as select 1 as id;";
    private static final String USED = "create table used (id int)";
    private static final String ONLY_SCHEMAS = "does not begin a history that tells of created schemas";

    private BaselineScenarios() {}

    static Theme theme() {
        return new Theme("baseline", scenarios(), differences());
    }

    private static Scenario files(String name) {
        return scenario(name)
                .file("V1__One.sql", ONE)
                .file("V2__Two.sql", TWO)
                .file("V3__Three.sql", THREE)
                .file("R__View.sql", VIEW);
    }

    private static List<Scenario> scenarios() {
        return List.of(
                files("begins the history of an empty schema at a version")
                        .with(baselineVersion("2"), baselineDescription("as it was"))
                        .baseline()
                        .validate()
                        .migrate()
                        .validate(),
                files("does not begin a history again with another description")
                        .baseline()
                        .with(baselineDescription("another one"))
                        .baseline(),
                files("does not begin a history that has migrations").migrate().baseline(),
                files("does not begin a history again that has migrations after its beginning")
                        .baseline()
                        .migrate()
                        .baseline()
                        .with(baselineVersion("3"))
                        .baseline(),
                files("does not begin a history whose table is empty")
                        .migrate()
                        .sql("delete from {history}")
                        .baseline(),
                scenario(ONLY_SCHEMAS)
                        .with(schemas("fresh"))
                        .migrate()
                        .baseline()
                        .with(baselineVersion("0"))
                        .baseline(),
                files("begins at the version of no file")
                        .with(baselineVersion("2.5"))
                        .baseline()
                        .migrate()
                        .validate(),
                files("begins above all files")
                        .with(baselineVersion("9"))
                        .baseline()
                        .migrate()
                        .validate(),
                files("begins a history above the target")
                        .with(baselineVersion("2"), target("1"))
                        .baseline()
                        .migrate(),
                files("compares nothing at and below the beginning")
                        .with(baselineVersion("2"))
                        .baseline()
                        .migrate()
                        .file("V1__One.sql", "create table one (id bigint);")
                        .delete("V2__Two.sql")
                        .file("V2__Zwei.sql", TWO)
                        .validate()
                        .file("V3__Three.sql", "create table three (id bigint);")
                        .validate(),
                files("begins no history in an empty schema, though told to in a used one")
                        .with(baselineOnMigrate(true), baselineVersion("2"))
                        .migrate()
                        .migrate(),
                files("begins a history in a used schema below all files")
                        .sql(USED)
                        .with(baselineOnMigrate(true), baselineVersion("0"))
                        .migrate(),
                files("begins a history in a used schema above all files")
                        .sql(USED)
                        .with(baselineOnMigrate(true), baselineVersion("9"))
                        .migrate()
                        .migrate(),
                files("does not begin a history in a used schema that is only recorded")
                        .sql(USED)
                        .with(baselineOnMigrate(true), skipExecutingMigrations(true))
                        .migrate(),
                files("runs the newest baseline migration in place of what is below it")
                        .file("B1__Old.sql", "create table old (id int);")
                        .file("B2__Base.sql", "create table base (id int);")
                        .info()
                        .migrate()
                        .validate()
                        .migrate(),
                files("leaves a baseline migration out where migrations have run")
                        .migrate()
                        .file("B2__Base.sql", "create table base (id int);")
                        .validate()
                        .file("B5__Base.sql", "create table base (id int);")
                        .validate()
                        .migrate(),
                files("leaves baseline migrations out where a history was begun")
                        .file("B2__Base.sql", "create table base (id int);")
                        .with(baselineVersion("1"))
                        .baseline()
                        .migrate(),
                files("leaves baseline migrations out in a used schema")
                        .sql(USED)
                        .file("B2__Base.sql", "create table base (id int);")
                        .with(baselineOnMigrate(true), baselineVersion("1"))
                        .migrate(),
                files("runs a baseline migration in place of the same version")
                        .file("B3__Base.sql", "create table base (id int);")
                        .migrate()
                        .validate(),
                files("runs a baseline migration at the target")
                        .file("B2__Base.sql", "create table base (id int);")
                        .with(target("2"))
                        .migrate()
                        .with(target("latest"))
                        .migrate(),
                files("misses a baseline migration without a file")
                        .file("B2__Base.sql", "create table base (id int);")
                        .migrate()
                        .delete("B2__Base.sql")
                        .validate()
                        .repair()
                        .migrate(),
                files("stops at a failing baseline migration")
                        .file("B2__Base.sql", "create table base (id int); insert into nowhere values (1);")
                        .migrate()
                        .migrate()
                        .repair()
                        .info());
    }

    private static List<IntendedDifference> differences() {
        return List.of(difference(
                        "validation comes before schemas are created, without files too",
                        "Nothing is created for a run that will be refused.")
                .at(Database.POSTGRESQL, ONLY_SCHEMAS, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                afterVersioned
                                afterMigrate
                                afterMigrateOperationFinish
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                afterVersioned
                                afterMigrate
                                afterMigrateOperationFinish
                                """)
                .at(Database.H2, ONLY_SCHEMAS, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeMigrate
                                afterVersioned
                                afterMigrate
                                afterMigrateOperationFinish
                                """, """
                                afterConnect
                                createSchema
                                beforeCreateSchema
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                afterVersioned
                                afterMigrate
                                afterMigrateOperationFinish
                                """));
    }
}
