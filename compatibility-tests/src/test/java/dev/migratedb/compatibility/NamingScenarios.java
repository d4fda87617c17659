package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.baselineMigrationPrefix;
import static dev.migratedb.compatibility.Setting.repeatableSqlMigrationPrefix;
import static dev.migratedb.compatibility.Setting.sqlMigrationPrefix;
import static dev.migratedb.compatibility.Setting.sqlMigrationSeparator;
import static dev.migratedb.compatibility.Setting.sqlMigrationSuffixes;
import static dev.migratedb.compatibility.Setting.validateMigrationNaming;

import java.util.List;

/** What the names of files mean. */
final class NamingScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";

    private static final String FOLDERS = ("f".repeat(199) + "/").repeat(4);

    private static final String CURRENT = "current is no version";
    private static final String WRONG_NAMES = "refuses files with wrong names when told to";
    private static final String LONG_DESCRIPTION = "cuts a description that is too long";
    private static final String LONG_REPEATABLE = "cuts a description of a repeatable migration that is too long";
    private static final String LONG_PATH = "cuts a path that is too long";

    private NamingScenarios() {}

    static Theme theme() {
        return new Theme("names of files", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("runs a migration without a description")
                        .file("V1.sql", ONE)
                        .file("V2__.sql", TWO)
                        .migrate()
                        .validate(),
                scenario("runs a version below zero")
                        .file("V1__One.sql", ONE)
                        .file("V-1__Below.sql", TWO)
                        .migrate(),
                scenario(CURRENT)
                        .file("V1__One.sql", ONE)
                        .file("Vcurrent__Now.sql", TWO)
                        .info(),
                namesOneByOne("ignores files with wrong names", false),
                namesOneByOne(WRONG_NAMES, true),
                scenario("has nothing against other files and callbacks when it refuses wrong names")
                        .with(validateMigrationNaming(true))
                        .file("V1.sql", ONE)
                        .file("afterMigrate.sql", "insert into one values (1);")
                        .file("afterMigrate__again.sql", "insert into one values (2);")
                        .file("read.me", "not SQL")
                        .file("V1.sql.bak", "not SQL")
                        .migrate(),
                scenario("knows a version however it is written")
                        .file("V1__One.sql", ONE)
                        .file("V1.1__Two.sql", TWO)
                        .file("V2_0__Three.sql", "create table three (id int);")
                        .migrate()
                        .delete("V1__One.sql")
                        .file("V01_0__One.sql", ONE)
                        .delete("V1.1__Two.sql")
                        .file("V1_01__Two.sql", TWO)
                        .validate()
                        .migrate(),
                equalVersions("V1__One.sql", "V1.0__Two.sql"),
                equalVersions("V1__One.sql", "V01__Two.sql"),
                equalVersions("V1.1__One.sql", "V1_01__Two.sql"),
                scenario("orders versions by their numbers")
                        .file("V1_10__Ten.sql", "select 10;")
                        .file("V1.9__Nine.sql", "select 9;")
                        .file("V1.9.1__Nine_one.sql", "select 91;")
                        .file("V0__Zero.sql", "select 0;")
                        .file("V20261122103000__Late.sql", "select 2026;")
                        .migrate(),
                scenario("has a prefix, a separator and suffixes as told")
                        .with(
                                sqlMigrationPrefix("Mig"),
                                repeatableSqlMigrationPrefix("MigRep"),
                                sqlMigrationSeparator("-"),
                                sqlMigrationSuffixes(".ddl", ".dml.txt"))
                        .file("Mig1-create_one.ddl", ONE)
                        .file("Mig2.1-fill-one.dml.txt", "insert into one values (1);")
                        .file("MigRep-View.DDL", "create view v as select * from one;")
                        .file("afterMigrate-x.ddl", "insert into one values (2);")
                        .file("V3__Three.sql", "create table three (id int);")
                        .file("mig4-four.ddl", "create table four (id int);")
                        .migrate()
                        .validate(),
                scenario("takes the longer of two prefixes that fit")
                        .with(sqlMigrationPrefix("V"), repeatableSqlMigrationPrefix("VR"))
                        .file("V1__One.sql", ONE)
                        .file("VR__View.sql", "create view v as select * from one;")
                        .migrate(),
                scenario("has a prefix for baseline migrations as told")
                        .with(baselineMigrationPrefix("Base"))
                        .file("Base2__All.sql", ONE)
                        .file("B3__Not.sql", TWO)
                        .file("V2__Two.sql", "create table not_either (id int);")
                        .migrate(),
                scenario("takes a suffix in upper case")
                        .file("V1__One.SQL", ONE)
                        .file("R__View.Sql", "create view v as select * from one;")
                        .migrate(),
                scenario("takes for a description whatever is behind the first separator")
                        .file("V1__two__parts.sql", "select 1;")
                        .file("V2__a.point.sql", "select 2;")
                        .file("V3__ä blank-and ü.sql", "select 3;")
                        .file("V4___below_.sql", "select 4;")
                        .file("R__two__parts.sql", "select 5;")
                        .migrate()
                        .validate(),
                scenario(LONG_DESCRIPTION)
                        .file("V1__" + "a".repeat(200) + ".sql", "select 1;")
                        .file("V2__" + "b".repeat(201) + ".sql", "select 2;")
                        .migrate()
                        .validate(),
                scenario(LONG_REPEATABLE)
                        .file("R__" + "r".repeat(201) + ".sql", "select 3;")
                        .migrate()
                        .validate(),
                scenario(LONG_PATH)
                        .file(FOLDERS + "x".repeat(187) + "/V1__1000.sql", "select 1;")
                        .file(FOLDERS + "x".repeat(188) + "/V2__1001.sql", "select 2;")
                        .migrate(),
                scenario("begins with a baseline migration, and has its version run already")
                        .file("V1__One.sql", ONE)
                        .file("V2__Two.sql", TWO)
                        .file("B2__Both.sql", ONE + TWO)
                        .file("V3__Three.sql", "create table three (id int);")
                        .info()
                        .migrate()
                        .validate(),
                scenario("leaves a baseline migration alone where there is a history")
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .file("V2__Two.sql", TWO)
                        .file("B2__Both.sql", ONE + TWO)
                        .info()
                        .migrate()
                        .validate(),
                scenario("refuses two baseline migrations of one version")
                        .file("B2__Both.sql", ONE + TWO)
                        .file("B2.0__All.sql", ONE + TWO)
                        .migrate(),
                scenario("refuses two repeatable migrations of one description")
                        .file("a/R__The_view.sql", "select 1;")
                        .file("b/R__The_view.sql", "select 1;")
                        .migrate(),
                scenario("has repeatable migrations that differ in case only")
                        .file("R__view.sql", "select 1;")
                        .file("R__View.sql", "select 2;")
                        .file("R__A.sql", "select 3;")
                        .migrate(),
                scenario("refuses two callbacks of one name")
                        .file("a/afterMigrate.sql", "select 1;")
                        .file("b/afterMigrate.sql", "select 1;")
                        .migrate());
    }

    private static Scenario namesOneByOne(String name, boolean refused) {
        Scenario scenario = scenario(name)
                .with(validateMigrationNaming(refused))
                .file("V9__Good.sql", ONE)
                .info();
        for (String wrong : List.of(
                "V1_.sql",
                "V1..2__x.sql",
                "V1.a__x.sql",
                "V__x.sql",
                "V.sql",
                "R1__x.sql",
                "R.sql",
                "R_x.sql",
                "v1__x.sql",
                "1__x.sql",
                "afterMigration.sql")) {
            scenario = scenario.file(wrong, TWO).info().delete(wrong);
        }
        return scenario.file("V1_.sql", TWO).file("V1..2__x.sql", TWO).migrate();
    }

    private static Scenario equalVersions(String one, String other) {
        return scenario("takes " + one + " and " + other + " for one version")
                .file(one, ONE)
                .file(other, TWO)
                .migrate();
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference("current is no version", "It is the word for where a database is, which no file can be.")
                        .at(CURRENT, "1 info", Aspect.INFO, """
            << Current Version >> | Now | SQL | Ignored
            1 | One | SQL | Pending
            """, "1 | One | SQL | Pending"),
                difference(
                                "a repeatable migration without a description is refused",
                                "Flyway never runs such a file, and never says so.")
                        .at(WRONG_NAMES, "8 info", Aspect.OUTCOME, "ok", "invalid file name")
                        .at(WRONG_NAMES, "8 info", Aspect.INFO, "9 | Good | SQL | Pending", "invalid file name")
                        .at(WRONG_NAMES, "8 info", Aspect.EVENTS, """
            afterConnect
            beforeInfo
            afterInfo
            """, """
            afterConnect
            beforeInfo
            afterInfoError
            """),
                difference(
                                "a long description of a repeatable migration is found again",
                                "Flyway compares it with what was cut off, and runs the migration in each run until validation stops it.")
                        .at(LONG_REPEATABLE, "1 migrate", Aspect.INFO, lostRepeatable(), foundRepeatable())
                        .at(
                                LONG_REPEATABLE,
                                "2 validate",
                                Aspect.OUTCOME,
                                """
            validation failed
              APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED %s...
              RESOLVED_REPEATABLE_MIGRATION_NOT_APPLIED %s
            """.formatted("r".repeat(197), "r".repeat(201)),
                                "ok")
                        .at(LONG_REPEATABLE, "2 validate", Aspect.INFO, lostRepeatable(), foundRepeatable())
                        .at(LONG_REPEATABLE, "2 validate", Aspect.EVENTS, """
            afterConnect
            beforeValidate
            afterValidateError
            afterValidateOperationFinish
            """, """
            afterConnect
            beforeValidate
            afterValidate
            afterValidateOperationFinish
            """),
                difference(
                                "a long path is cut at its beginning alone",
                                "Its end is the name of the file, of which Flyway cuts off what the dots need.")
                        .at(
                                LONG_PATH,
                                "1 migrate",
                                Aspect.HISTORY,
                                longPaths(3, "V2__1001.sq"),
                                longPaths(4, "V2__1001.sql")));
    }

    private static String lostRepeatable() {
        return """
                - | %s... | SQL | Missing
                - | %s | SQL | Pending
                """.formatted("r".repeat(197), "r".repeat(201));
    }

    private static String foundRepeatable() {
        return "- | " + "r".repeat(197) + "... | SQL | Success";
    }

    private static String longPaths(int begin, String secondFile) {
        String second = FOLDERS + "x".repeat(188) + "/";
        return """
                in the default schema
                1 | 1 | 1000 | SQL | %s/V1__1000.sql | -690524359 | (user) | success
                2 | 2 | 1001 | SQL | ...%s | -33932038 | (user) | success
                """.formatted(FOLDERS + "x".repeat(187), second.substring(begin) + secondFile);
    }
}
