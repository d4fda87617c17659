package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.encoding;
import static dev.migratedb.compatibility.Setting.executeInTransaction;
import static dev.migratedb.compatibility.Setting.placeholderReplacement;
import static dev.migratedb.compatibility.Setting.placeholders;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** Files beside scripts that say how these are to be run. */
final class ConfFileScenarios {

    private static final String ONE = "create table one (id int, name varchar(20));";

    private static final String TRANSACTION = "believes the conf file of a script more than the setting";
    private static final String NO_REPLACEMENT = "does not replace placeholders because of a conf file alone";

    // a line of the catalog ends with a blank
    private static final String TABLE = """
            column one.id 1 integer identity\s
            column one.name 2 character varying(20) identity\s
            schema public
            table one kind r owner postgres
            """;

    private ConfFileScenarios() {}

    static Theme theme() {
        return new Theme("conf files", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("runs a script without a transaction where its conf file says so")
                        .only(Database.POSTGRESQL)
                        .file("V1__One.sql", ONE + "vacuum one;")
                        .file("V1__One.sql.conf", "executeInTransaction=false")
                        .migrate()
                        .validate(),
                scenario(TRANSACTION)
                        .only(Database.POSTGRESQL)
                        .with(executeInTransaction(false))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1); insert into nowhere values (1);")
                        .file("V2__Row.sql.conf", "executeInTransaction=true")
                        .migrate(),
                scenario("leaves placeholders alone where a conf file says so")
                        .with(placeholders(Map.of("k", "replaced")))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (2, '${k}');")
                        .file("V2__Row.sql.conf", "placeholderReplacement=false")
                        .file("R__Row.sql", "insert into one values (3, '${unknown}');")
                        .file("R__Row.sql.conf", "placeholderReplacement=false")
                        .migrate()
                        .validate(),
                scenario(NO_REPLACEMENT)
                        .only(Database.POSTGRESQL)
                        .with(placeholders(Map.of("k", "replaced")), placeholderReplacement(false))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (2, '${k}');")
                        .file("V2__Row.sql.conf", "placeholderReplacement=true")
                        .migrate(),
                scenario("runs a repeatable migration again once its conf file changes its text")
                        .with(placeholders(Map.of("k", "replaced")))
                        .file("V1__One.sql", ONE)
                        .file("R__Row.sql", "insert into one values (3, '${k}');")
                        .migrate()
                        .file("R__Row.sql.conf", "placeholderReplacement=false")
                        .info()
                        .validate()
                        .migrate(),
                scenario("decodes a script as its conf file says")
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1, 'é');", ISO_8859_1)
                        .file("V2__Row.sql.conf", "encoding=ISO-8859-1")
                        .migrate(),
                scenario("decodes one script otherwise than the others")
                        .with(encoding(ISO_8859_1))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (1, 'é');", ISO_8859_1)
                        .file("V3__Row.sql", "insert into one values (2, 'é');", UTF_8)
                        .file("V3__Row.sql.conf", "encoding=UTF-8")
                        .migrate(),
                scenario("refuses a conf file with an unknown key")
                        .file("V1__One.sql", ONE)
                        .file("V1__One.sql.conf", "executeInTransactions=false")
                        .info()
                        .migrate(),
                scenario("refuses a conf file with a flag that is none")
                        .file("V1__One.sql", ONE)
                        .file("V1__One.sql.conf", "executeInTransaction=perhaps")
                        .migrate(),
                scenario("reads comments, blanks and several keys in a conf file")
                        .with(placeholders(Map.of("k", "replaced")))
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql", "insert into one values (2, '${k}');")
                        .file("V2__Row.sql.conf", """
                                # of the row

                                  placeholderReplacement = false
                                executeInTransaction=true
                                """)
                        .file("V3__Row.sql", "insert into one values (3, '${k}');")
                        .file("V3__Row.sql.conf", "")
                        .migrate(),
                scenario("ignores a conf file without a script")
                        .file("V1__One.sql", ONE)
                        .file("V2__Row.sql.conf", "nonsense=true")
                        .file("V1__One.conf", "nonsense=true")
                        .migrate(),
                scenario("reads the conf file of a callback")
                        .with(placeholders(Map.of("k", "replaced")))
                        .file("V1__One.sql", ONE)
                        .file("afterMigrate.sql", "insert into one values (1, '${k}');")
                        .file("afterMigrate.sql.conf", "placeholderReplacement=false")
                        .migrate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "a conf file may ask for a transaction",
                                "What a file says of itself counts more than what is said of all files.")
                        .at(
                                TRANSACTION,
                                "1 migrate",
                                Aspect.DATABASE,
                                TABLE + "row of \"public\".\"one\" 1 | -",
                                TABLE),
                difference(
                                "a conf file switches no placeholders on",
                                "Who switches them off for all files wants every file to run as it is written.")
                        .at(
                                NO_REPLACEMENT,
                                "1 migrate",
                                Aspect.DATABASE,
                                TABLE + "row of \"public\".\"one\" 2 | replaced",
                                TABLE + "row of \"public\".\"one\" 2 | ${k}"));
    }
}
