package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.failOnMissingLocations;
import static dev.migratedb.compatibility.Setting.locations;

import java.util.List;

/** Where files are searched, and how they are called in the history. */
final class LocationScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String THREE = "create table three (id int);";

    private static final String SAME_NAME = "refuses the same file in two locations";
    private static final String STAR = "fits one folder for a star in a location";
    private static final String TWO_STARS = "fits any folders for two stars in a location";
    private static final String QUESTION_MARK = "fits one character for a question mark in a location";
    private static final String PART = "fits a part of the name of a folder for a star";

    private LocationScenarios() {}

    static Theme theme() {
        return new Theme("locations", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("searches all folders below a location")
                        .file("a/V2__Two.sql", TWO)
                        .file("V1__One.sql", ONE)
                        .file("a/b/c/V3__Three.sql", THREE)
                        .file("z/beforeMigrate.sql", "select 1;")
                        .migrate(),
                scenario("does not mind where a file is moved")
                        .file("a/V1__One.sql", ONE)
                        .file("R__View.sql", "create view v as select * from one;")
                        .migrate()
                        .delete("a/V1__One.sql")
                        .file("b/V1__One.sql", ONE)
                        .delete("R__View.sql")
                        .file("b/R__View.sql", "create view v as select * from one;")
                        .validate()
                        .migrate()
                        .repair(),
                scenario("leaves hidden folders out")
                        .file("V1__One.sql", ONE)
                        .file(".git/V2__Two.sql", TWO)
                        .file("a/.b/c/V3__Three.sql", THREE)
                        .migrate(),
                scenario("searches in a hidden location that is named")
                        .with(locations(".hidden"))
                        .file(".hidden/V1__One.sql", ONE)
                        .migrate(),
                scenario("leaves hidden files out")
                        .file("V1__One.sql", ONE)
                        .file(".sql", TWO)
                        .file(".V2__Two.sql", TWO)
                        .migrate(),
                scenario("searches several locations")
                        .with(locations("b", "a"))
                        .file("a/V1__One.sql", ONE)
                        .file("b/V2__Two.sql", TWO)
                        .file("c/V3__Three.sql", THREE)
                        .file("b/sub/R__View.sql", "create view v as select * from one;")
                        .migrate(),
                scenario("refuses one version in two locations")
                        .with(locations("a", "b"))
                        .file("a/V1__One.sql", ONE)
                        .file("b/V1__Uno.sql", ONE)
                        .migrate(),
                scenario(SAME_NAME)
                        .with(locations("a", "b"))
                        .file("a/V1__One.sql", ONE)
                        .file("b/V1__One.sql", ONE)
                        .info(),
                scenario("takes a location that lies in another one for a part of it")
                        .with(locations("a/b", "a", "a/c", "a"))
                        .file("a/V1__One.sql", ONE)
                        .file("a/b/V2__Two.sql", TWO)
                        .file("a/c/V3__Three.sql", THREE)
                        .migrate(),
                scenario("does not take a folder for another one that begins with its name")
                        .with(locations("a", "ab"))
                        .file("a/V1__One.sql", ONE)
                        .file("ab/V2__Two.sql", TWO)
                        .migrate(),
                scenario("goes on without locations that are missing")
                        .with(locations("a", "nowhere", "classpath:not/there"))
                        .file("a/V1__One.sql", ONE)
                        .migrate()
                        .validate(),
                scenario("refuses a missing folder when told to")
                        .with(locations("a", "nowhere"), failOnMissingLocations(true))
                        .file("a/V1__One.sql", ONE)
                        .info()
                        .migrate()
                        .file("nowhere/read.me", "now it is there")
                        .migrate(),
                scenario("refuses a missing location of the class path when told to")
                        .with(locations("a", "classpath:not/there"), failOnMissingLocations(true))
                        .file("a/V1__One.sql", ONE)
                        .migrate(),
                scenario(STAR)
                        .with(locations("*/sql"))
                        .file("a/sql/V1__One.sql", ONE)
                        .file("b/sql/deeper/V2__Two.sql", TWO)
                        .file("sql/V3__Three.sql", THREE)
                        .file("c/d/sql/V4__Four.sql", "create table four (id int);")
                        .migrate(),
                scenario(TWO_STARS)
                        .with(locations("top/**/sql"))
                        .file("top/a/sql/V1__One.sql", ONE)
                        .file("top/a/b/sql/V2__Two.sql", TWO)
                        .file("top/a/other/V3__Three.sql", THREE)
                        .migrate(),
                scenario(QUESTION_MARK)
                        .with(locations("release-?"))
                        .file("release-1/V1__One.sql", ONE)
                        .file("release-2/V2__Two.sql", TWO)
                        .file("release-10/V10__Ten.sql", THREE)
                        .migrate(),
                scenario(PART)
                        .with(locations("rel*"))
                        .file("rel-1/V1__One.sql", ONE)
                        .file("release/2/V2__Two.sql", TWO)
                        .file("other/V3__Three.sql", THREE)
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "two files of one name and content are two",
                                "Flyway takes one of them as long as they are the same, and fails on the day on which one is changed.")
                        .at(SAME_NAME, "1 info", Aspect.OUTCOME, "ok", "duplicate migration")
                        .at(SAME_NAME, "1 info", Aspect.INFO, "1 | One | SQL | Pending", "duplicate migration")
                        .at(SAME_NAME, "1 info", Aspect.EVENTS, """
            afterConnect
            beforeInfo
            afterInfo
            """, """
            afterConnect
            beforeInfo
            afterInfoError
            """),
                difference(
                                "the history names the folder that a wildcard stands for",
                                "Otherwise files of several folders could not be told apart.")
                        .at(
                                STAR,
                                "1 migrate",
                                Aspect.HISTORY,
                                history("V1__One.sql", "deeper/V2__Two.sql"),
                                history("a/sql/V1__One.sql", "b/sql/deeper/V2__Two.sql"))
                        .at(
                                TWO_STARS,
                                "1 migrate",
                                Aspect.HISTORY,
                                history("V1__One.sql", "V2__Two.sql"),
                                history("a/sql/V1__One.sql", "a/b/sql/V2__Two.sql"))
                        .at(
                                QUESTION_MARK,
                                "1 migrate",
                                Aspect.HISTORY,
                                history("V1__One.sql", "V2__Two.sql"),
                                history("release-1/V1__One.sql", "release-2/V2__Two.sql"))
                        .at(
                                PART,
                                "1 migrate",
                                Aspect.HISTORY,
                                history("V1__One.sql", "2/V2__Two.sql"),
                                history("rel-1/V1__One.sql", "release/2/V2__Two.sql")));
    }

    private static String history(String first, String second) {
        return """
                in the default schema
                1 | 1 | One | SQL | %s | -955116569 | (user) | success
                2 | 2 | Two | SQL | %s | -406682249 | (user) | success
                """.formatted(first, second);
    }
}
