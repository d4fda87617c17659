package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.ignoreMigrationPatterns;
import static dev.migratedb.compatibility.Setting.outOfOrder;

import java.util.List;

/** The states that files and rows can be in, what validation says of them, and what repair makes of them. */
final class StateScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String THREE = "create table three (id int);";
    private static final String UNDO_FILES = "runs no undo migration on the way";

    private StateScenarios() {}

    static Theme theme() {
        return new Theme("states", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("refuses a changed file until repair takes its checksum over")
                        .file("V1__One.sql", ONE)
                        .file("V2__Two.sql", TWO)
                        .migrate()
                        .file("V1__One.sql", "create table one (id bigint);")
                        .validate()
                        .migrate()
                        .repair()
                        .validate(),
                scenario("misses a deleted file until repair marks its row")
                        .file("V1__One.sql", ONE)
                        .file("V2__Two.sql", TWO)
                        .migrate()
                        .delete("V1__One.sql")
                        .validate()
                        .repair()
                        .info()
                        .file("V1__One.sql", ONE)
                        .validate(),
                scenario("takes the highest row without a file for one of the future")
                        .file("V1__One.sql", ONE)
                        .file("V2__Two.sql", TWO)
                        .migrate()
                        .delete("V2__Two.sql")
                        .validate()
                        .migrate()
                        .with(ignoreMigrationPatterns("*:missing"))
                        .validate()
                        .repair(),
                scenario("refuses a late version unless told to run it")
                        .file("V1__One.sql", ONE)
                        .file("V3__Three.sql", THREE)
                        .migrate()
                        .file("V2__Two.sql", TWO)
                        .validate()
                        .migrate()
                        .with(outOfOrder(true))
                        .validate()
                        .migrate()
                        .info(),
                scenario("runs a changed repeatable migration again")
                        .file("V1__One.sql", ONE)
                        .file("R__View.sql", "create view v as select * from one;")
                        .migrate()
                        .file("R__View.sql", "drop view v; create view v as select id from one;")
                        .info()
                        .validate()
                        .migrate()
                        .info(),
                scenario(UNDO_FILES)
                        .file("V1__One.sql", ONE)
                        .file("U1__One.sql", "drop table one;")
                        .file("V2__Two.sql", TWO)
                        .file("U3__Three.sql", "drop table three;")
                        .migrate(),
                scenario("finds pending migrations wrong when asked to validate")
                        .file("V1__One.sql", ONE)
                        .validate()
                        .migrate()
                        .file("V2__Two.sql", TWO)
                        .file("R__View.sql", "create view v as select * from one;")
                        .validate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference("undo migrations are known", "Flyway's open build cannot undo and leaves their files out.")
                        .at(UNDO_FILES, "1 migrate", Aspect.INFO, """
                                1 | One | SQL | Success
                                2 | Two | SQL | Success
                                """, """
                                1 | One | SQL | Success
                                2 | Two | SQL | Success
                                1 | One | UNDO_SQL | Available
                                3 | Three | UNDO_SQL | Available
                                """));
    }
}
