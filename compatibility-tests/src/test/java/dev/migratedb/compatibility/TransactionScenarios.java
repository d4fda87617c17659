package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.executeInTransaction;
import static dev.migratedb.compatibility.Setting.group;
import static dev.migratedb.compatibility.Setting.mixed;

import java.util.List;

/** What stays of scripts that fail, of groups, and of statements that refuse a transaction. */
final class TransactionScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String THREE = "create table three (id int);";
    private static final String GROUP_OF_BOTH = "refuses a group of both kinds";
    private static final String SCRIPT_OF_BOTH = "refuses a script of both kinds";

    private TransactionScenarios() {}

    static Theme theme() {
        return new Theme("transactions", scenarios(), differences());
    }

    private static Scenario failing(String name, String script) {
        return scenario(name)
                .file("V1__One.sql", ONE)
                .file("V2__Two.sql", script)
                .file("V3__Three.sql", THREE)
                .migrate()
                .migrate()
                .repair()
                .file("V2__Two.sql", "create table good (id int);")
                .migrate();
    }

    private static List<Scenario> scenarios() {
        return List.of(
                failing(
                        "fails at the first statement",
                        "insert into nowhere values (1); insert into one values (1); create table two (id int);"),
                failing(
                        "fails at a statement in the middle",
                        "insert into one values (1); insert into nowhere values (1); create table two (id int);"),
                failing(
                        "fails at the last statement",
                        "insert into one values (1); create table two (id int); insert into one values (2);"
                                + " insert into nowhere values (1);"),
                scenario("fails in the very first script")
                        .file("V1__One.sql", "insert into nowhere values (1);")
                        .migrate()
                        .info(),
                scenario("runs a group to its end")
                        .only(Database.POSTGRESQL)
                        .with(group(true))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1);")
                        .file("R__View.sql", "create view v as select * from one;")
                        .migrate()
                        .migrate(),
                scenario("takes a whole group back")
                        .only(Database.POSTGRESQL)
                        .with(group(true))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1);")
                        .file("V3__Broken.sql", "insert into nowhere values (1);")
                        .migrate()
                        .file("V3__Broken.sql", "insert into one values (2);")
                        .migrate(),
                scenario("takes a whole group back for a repeatable migration")
                        .only(Database.POSTGRESQL)
                        .with(group(true))
                        .file("V1__One.sql", ONE)
                        .file("R__View.sql", "create view v as select * from nowhere;")
                        .migrate(),
                scenario("runs a group where definitions commit")
                        .only(Database.H2)
                        .with(group(true))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1);")
                        .migrate(),
                scenario(GROUP_OF_BOTH)
                        .only(Database.POSTGRESQL)
                        .with(group(true))
                        .file("V1__One.sql", ONE)
                        .file("V2__Vacuum.sql", "vacuum one;")
                        .migrate()
                        .with(mixed(true))
                        .migrate(),
                scenario(SCRIPT_OF_BOTH)
                        .only(Database.POSTGRESQL)
                        .file("V1__One.sql", ONE)
                        .migrate()
                        .file("V2__Both.sql", "insert into one values (1); vacuum one;")
                        .migrate()
                        .with(mixed(true))
                        .migrate(),
                scenario("runs a script without a transaction that cannot have one")
                        .only(Database.POSTGRESQL)
                        .file("V1__One.sql", ONE)
                        .file("V2__Vacuum.sql", "vacuum one;")
                        .file("V3__Row.sql", "insert into one values (1);")
                        .migrate()
                        .validate(),
                scenario("runs a script of both kinds whose own settings say so")
                        .only(Database.POSTGRESQL)
                        .file("V1__One.sql", ONE)
                        .file("V2__Both.sql", "insert into one values (1); vacuum one;")
                        .file("V2__Both.sql.conf", "executeInTransaction=false")
                        .migrate(),
                scenario("runs everything without transactions when told to")
                        .with(executeInTransaction(false))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1);")
                        .file("R__View.sql", "create view v as select * from one;")
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(difference(
                        "what refuses a transaction is found before anything runs",
                        "All pending scripts are read to their ends first, so that no migration before them has"
                                + " run yet.")
                .at(Database.POSTGRESQL, GROUP_OF_BOTH, "1 migrate", Aspect.HISTORY, """
                                in the default schema
                                """, """
                                (no history)
                                """)
                .at(Database.POSTGRESQL, GROUP_OF_BOTH, "1 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                afterMigrateError
                                """)
                .at(Database.POSTGRESQL, SCRIPT_OF_BOTH, "2 migrate", Aspect.EVENTS, """
                                afterConnect
                                beforeValidate
                                afterValidate
                                beforeMigrate
                                afterMigrateError
                                """, """
                                afterConnect
                                beforeValidate
                                afterValidateError
                                afterMigrateError
                                """));
    }
}
