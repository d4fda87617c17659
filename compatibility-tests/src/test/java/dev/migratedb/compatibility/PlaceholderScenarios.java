package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.placeholderPrefix;
import static dev.migratedb.compatibility.Setting.placeholderReplacement;
import static dev.migratedb.compatibility.Setting.placeholderSeparator;
import static dev.migratedb.compatibility.Setting.placeholderSuffix;
import static dev.migratedb.compatibility.Setting.placeholders;

import java.util.List;
import java.util.Map;

/** Placeholders in scripts. */
final class PlaceholderScenarios {

    private static final String LOG = "create table log (what varchar(200));";

    private static final String COMMENT = "meets a placeholder without a value in a comment";
    private static final String UNKNOWN = "refuses a placeholder without a value";
    private static final String REPEATABLE = "refuses a placeholder without a value in a repeatable migration";
    private static final String CALLBACK = "refuses a placeholder without a value in a callback";
    private static final String BLANKS = "refuses a placeholder with blanks in its name";
    private static final String NO_END = "refuses the beginning of a placeholder that has no end";
    private static final String DEFAULT = "refuses an unknown default placeholder";
    private static final String DOLLARS = "writes a placeholder with two dollars";
    private static final String COPY = "copies rows with a placeholder in them";

    private static final String LATE = """
            afterConnect
            beforeValidate
            afterValidate
            beforeMigrate
            afterMigrateError
            """;
    private static final String EARLY = """
            afterConnect
            beforeValidate
            afterValidateError
            afterMigrateError
            """;
    private static final String PENDING = """
            1 | Log | SQL | Success
            - | Row | SQL | Pending
            """;
    private static final String HISTORY = """
            in the default schema
            1 | 1 | Log | SQL | V1__Log.sql | 482430991 | (user) | success
            """;
    private static final String TWO_ROWS =
            HISTORY + "2 | 2 | Row | SQL | V2__Row.sql | -2025796585 | (user) | success\n";

    // a line of the catalog ends with a blank
    private static final String TABLE = """
            column log.what 1 character varying(200) identity\s
            schema public
            table log kind r owner postgres
            """;

    private PlaceholderScenarios() {}

    static Theme theme() {
        return new Theme("placeholders", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("replaces a placeholder in upper and lower case")
                        .with(placeholders(Map.of("aB.c-d_e", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Rows.sql", row("${aB.c-d_e}") + row("${Ab.C-D_E}") + row("${ab.c-d_e}"))
                        .migrate(),
                scenario("replaces a placeholder wherever it stands")
                        .with(placeholders(Map.of("log", "log", "k", "value", "end", "comment */ --")))
                        .file("V1__Log.sql", "create table ${log} (what varchar(200));")
                        .file("V2__Literal.sql", row("${k} ${k}${k}") + row("it''s ${k}"))
                        .file("V3__Identifier.sql", "create table \"the ${k}\" (\"${k}\" int);")
                        .file("V4__Comments.sql", "-- ${k}\n/* ${end}\n" + row("${k}"))
                        .file("afterMigrate.sql", row("callback ${k}"))
                        .migrate(),
                scenario("puts a value in as it is")
                        .with(placeholders(Map.of(
                                "empty", "",
                                "nested", "${empty}",
                                "several", "1'); insert into log values ('2",
                                "slashed", "$1 \\n")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Empty.sql", row("<${empty}>"))
                        .file("V3__Nested.sql", row("${nested}"))
                        .file("V4__Several.sql", row("${several}"))
                        .file("V5__Slashed.sql", row("${slashed} \\${empty}"))
                        .migrate(),
                scenario(UNKNOWN)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("V2__Row.sql", row("${unknown}"))
                        .migrate(),
                scenario(REPEATABLE)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("R__Row.sql", row("${unknown}"))
                        .info()
                        .validate()
                        .migrate(),
                scenario(COMMENT)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("V2__Row.sql", "-- ${unknown}\nselect 2;")
                        .migrate(),
                scenario(CALLBACK)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("afterMigrate.sql", row("${unknown}"))
                        .migrate(),
                scenario(BLANKS)
                        .with(placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("V2__Row.sql", row("${ k }"))
                        .migrate(),
                scenario(NO_END)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("V2__Row.sql", row("${"))
                        .migrate(),
                scenario("does not ask for values of what ran already")
                        .with(placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("${k}"))
                        .migrate()
                        .with(placeholders(Map.of()))
                        .file("V3__Row.sql", row("3"))
                        .validate()
                        .migrate(),
                scenario("replaces nothing when told so")
                        .with(placeholderReplacement(false), placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("${k} ${unknown} ${flyway:filename} ${"))
                        .file("R__Row.sql", row("${k} ${unknown}"))
                        .migrate()
                        .validate(),
                scenario("has a prefix and a suffix of placeholders as told")
                        .with(placeholderPrefix("#["), placeholderSuffix("]#"), placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("#[k]# ${k} #[flyway:filename]# #k #"))
                        .file("R__Row.sql", row("#[K]#"))
                        .migrate(),
                scenario("has a prefix of placeholders that is a word")
                        .with(placeholderPrefix("__"), placeholderSuffix("__"), placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("__k__ _k_"))
                        .migrate(),
                scenario("writes the name of the file, as a default placeholder")
                        .file("V1__Log.sql", LOG)
                        .file("sub/V2__Row.sql", row("${flyway:filename}"))
                        .file("R__Row.sql", row("${FLYWAY:fileName}"))
                        .file("afterMigrate__x.sql", row("${flyway:filename}"))
                        .migrate()
                        .migrate(),
                scenario("knows schema, user and database, as default placeholders")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Schema.sql", row("${flyway:defaultSchema}"))
                        .file("V3__User.sql", row("${flyway:user}"))
                        .file(
                                "V4__Database.sql",
                                "insert into log select 'this one' from information_schema.schemata"
                                        + " where catalog_name = '${flyway:database}' and schema_name = '${flyway:defaultSchema}';")
                        .file("R__Schema.sql", row("${flyway:defaultSchema} ${flyway:user}"))
                        .migrate(),
                scenario("knows environment, table, working directory and time, as default placeholders")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Environment.sql", row("${flyway:environment}"))
                        .file(
                                "V3__Table.sql",
                                "insert into log select 'the history' where '${flyway:table}' in ('flyway_schema_history', 'migratedb_state');")
                        .file(
                                "V4__Directory.sql",
                                "insert into log select 'somewhere' where '${flyway:workingDirectory}' like '/%';")
                        .file(
                                "V5__Time.sql",
                                "insert into log select 'now' where cast('${flyway:timestamp}' as timestamp) > timestamp '2000-01-01 00:00:00';")
                        .migrate(),
                scenario(DEFAULT)
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .file("V2__Row.sql", row("${flyway:unknown}"))
                        .migrate(),
                scenario("has another separator in default placeholders when told so")
                        .with(placeholderSeparator("/"))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("${flyway/filename}"))
                        .migrate(),
                scenario("refuses a placeholder of its own name")
                        .with(placeholders(Map.of("flyway:mine", "value")))
                        .file("V1__Log.sql", LOG)
                        .migrate(),
                scenario(DOLLARS)
                        .only(Database.POSTGRESQL)
                        .with(placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", row("$${k}"))
                        .file("R__Row.sql", row("$${k}"))
                        .migrate(),
                scenario("replaces in dollar quotes")
                        .only(Database.POSTGRESQL)
                        .with(placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", "insert into log values ($$a ${k} b$$);")
                        .file("V3__Block.sql", "do $$ begin insert into log values ('${k}'); end $$;")
                        .migrate(),
                scenario(COPY)
                        .only(Database.POSTGRESQL)
                        .with(placeholders(Map.of("k", "value")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Rows.sql", "copy log (what) from stdin;\na ${k}\n\\.\n" + row("${k}"))
                        .migrate());
    }

    private static String row(String text) {
        return "insert into log values ('" + text + "');\n";
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "placeholders without a value are found before anything runs",
                                "All pending scripts and callbacks are read to their ends first.")
                        .at(UNKNOWN, "2 migrate", Aspect.EVENTS, LATE, EARLY)
                        .at(BLANKS, "2 migrate", Aspect.EVENTS, LATE, EARLY)
                        .at(NO_END, "2 migrate", Aspect.EVENTS, LATE, EARLY)
                        .at(DEFAULT, "2 migrate", Aspect.EVENTS, LATE, EARLY)
                        .at(CALLBACK, "2 migrate", Aspect.INFO, "1 | Log | SQL | Success", "unknown placeholder")
                        .at(CALLBACK, "2 migrate", Aspect.EVENTS, """
            afterConnect
            beforeValidate
            afterValidate
            beforeMigrate
            afterVersioned
            """, """
            afterConnect
            beforeValidate
            afterValidateError
            """),
                difference(
                                "a placeholder that does not end is a fault of the script",
                                "It has no name that could be missing in the settings.")
                        .at(
                                NO_END,
                                "2 migrate",
                                Aspect.OUTCOME,
                                "unknown placeholder",
                                "SYNTAX: A placeholder begins here with '${', but there is no '}' behind it in this line"),
                difference(
                                "info needs no values of placeholders",
                                "It is there to show what is pending; that it could not run is for validation to say, together with all else.")
                        .at(REPEATABLE, "2 info", Aspect.OUTCOME, "unknown placeholder", "ok")
                        .at(REPEATABLE, "2 info", Aspect.INFO, "unknown placeholder", PENDING)
                        .at(REPEATABLE, "2 info", Aspect.EVENTS, """
            afterConnect
            beforeInfo
            afterInfoError
            """, """
            afterConnect
            beforeInfo
            afterInfo
            afterInfoOperationFinish
            """)
                        .at(REPEATABLE, "3 validate", Aspect.OUTCOME, "unknown placeholder", """
            Repeatable migration 'Row' (R__Row.sql) was found, but is not applied.
            unknown placeholder
            """)
                        .at(REPEATABLE, "3 validate", Aspect.INFO, "unknown placeholder", PENDING)
                        .at(REPEATABLE, "4 migrate", Aspect.INFO, "unknown placeholder", PENDING),
                difference(
                                "a comment needs no values",
                                "What looks like a placeholder in a comment is often an example.")
                        .at(COMMENT, "2 migrate", Aspect.OUTCOME, "unknown placeholder", "ok")
                        .at(
                                COMMENT,
                                "2 migrate",
                                Aspect.HISTORY,
                                HISTORY,
                                HISTORY + "2 | 2 | Row | SQL | V2__Row.sql | 1026034054 | (user) | success")
                        .at(COMMENT, "2 migrate", Aspect.INFO, """
            1 | Log | SQL | Success
            2 | Row | SQL | Pending
            """, """
            1 | Log | SQL | Success
            2 | Row | SQL | Success
            """)
                        .at(COMMENT, "2 migrate", Aspect.EVENTS, LATE, """
            afterConnect
            beforeValidate
            afterValidate
            beforeMigrate
            beforeEachMigrate 2
            beforeEachMigrateStatement 2
            afterEachMigrateStatement 2
            afterEachMigrate 2
            afterVersioned
            afterMigrateApplied
            afterMigrate
            afterMigrateOperationFinish
            """),
                difference(
                                "two dollars write one",
                                "There must be a way to write what looks like a placeholder; Flyway leaves both dollars in the text.")
                        .at(
                                DOLLARS,
                                "1 migrate",
                                Aspect.HISTORY,
                                TWO_ROWS + "3 | - | Row | SQL | R__Row.sql | -2025796585 | (user) | success",
                                TWO_ROWS + "3 | - | Row | SQL | R__Row.sql | -1554094129 | (user) | success")
                        .at(DOLLARS, "1 migrate", Aspect.DATABASE, TABLE + """
            row of "public"."log" $${k}
            row of "public"."log" $${k}
            """, TABLE + """
            row of "public"."log" ${k}
            row of "public"."log" ${k}
            """),
                difference("rows that are copied are data", "What happens to look like a placeholder in data is none.")
                        .at(COPY, "1 migrate", Aspect.DATABASE, TABLE + """
            row of "public"."log" a value
            row of "public"."log" value
            """, TABLE + """
            row of "public"."log" a ${k}
            row of "public"."log" value
            """));
    }
}
