package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameParserTests {

    private final NameParser parser = new NameParser(NamingRules.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    V1__create_people.sql      | 1       | create people
                    V1_2__x.sql                | 1.2     | x
                    V1.2.3__x.sql              | 1.2.3   | x
                    V01__x.sql                 | 01      | x
                    V20260301120000__x.sql     | 20260301120000 | x
                    V1.sql                     | 1       | ""
                    V1__.sql                   | 1       | ""
                    V1.2.sql                   | 1.2     | ""
                    V-1__x.sql                 | -1      | x
                    V1___x.sql                 | 1       | " x"
                    V1__a__b.sql               | 1       | "a  b"
                    V1__UPPER.SQL              | 1       | UPPER
                    V1__x.sql.sql              | 1       | x.sql
                    V1__beforeMigrate.sql      | 1       | beforeMigrate
                    """)
    void readsVersionedMigrations(String filename, String version, String description) {
        assertThat(parser.parse(filename))
                .isEqualTo(
                        new FileName.OfMigration(MigrationKind.VERSIONED, MigrationVersion.of(version), description));
        assertThat(((FileName.OfMigration) parser.parse(filename)).version()).hasToString(version);
    }

    @ParameterizedTest
    @CsvSource({"R__people_view.sql, people view", "R__1.sql, 1", "R__Refresh.Sql, Refresh"})
    void readsRepeatableMigrations(String filename, String description) {
        assertThat(parser.parse(filename))
                .isEqualTo(new FileName.OfMigration(MigrationKind.REPEATABLE, null, description));
    }

    @ParameterizedTest
    @CsvSource({
        "beforeMigrate.sql, BEFORE_MIGRATE, ''",
        "afterMigrate__1_refresh_views.sql, AFTER_MIGRATE, 1 refresh views",
        "afterEachMigrateStatementError__x.SQL, AFTER_EACH_MIGRATE_STATEMENT_ERROR, x",
        "createSchema.sql, CREATE_SCHEMA, ''",
        "afterInfo__.sql, AFTER_INFO, ''"
    })
    void readsCallbacks(String filename, Event event, String description) {
        assertThat(parser.parse(filename)).isEqualTo(new FileName.OfCallback(event, description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"V1__x.sql.conf", "README.md", "V1__x.txt", "deploy.sh", "V1_x.sh", "sh", "sql", "x", ".sqlx"})
    void takesNoInterestInOtherFiles(String filename) {
        assertThat(parser.parse(filename)).isEqualTo(new FileName.Foreign());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
                    V1_Missing.sql      | two underscores are needed before the description: V1__Missing.sql
                    V1_2_add_people.SQL | two underscores are needed before the description: V1_2__add_people.SQL
                    V1-x.sql            | two underscores are needed before the description: V1__x.sql
                    V1 x.sql            | two underscores are needed before the description: V1__x.sql
                    V2a.sql             | two underscores are needed before the description: V2__a.sql
                    V1_.sql             | a version ends with a digit: V1.sql or V1__description.sql
                    V1..2__x.sql        | '1..2' is no version, which consists of digits separated by single dots or underscores: V1.2__x.sql
                    V1.a__x.sql         | '1.a' is no version, which consists of digits separated by single dots or underscores: V1__x.sql
                    V.__x.sql           | '.' is no version, which consists of digits separated by single dots or underscores: V1__x.sql
                    V__x.sql            | the version is missing: V1__x.sql
                    v1__x.sql           | upper and lower case count: V1__x.sql
                    r__x.sql            | upper and lower case count: R__x.sql
                    R.sql               | a repeatable migration needs a description: R__description.sql
                    R__.sql             | a repeatable migration needs a description: R__description.sql
                    R_x.sql             | two underscores are needed before the description: R__x.sql
                    R1__x.sql           | a repeatable migration has no version: R__x.sql, or V1__x.sql for one that runs once
                    U1__x.sql           | undo migrations are not run by this version of MigrateDB
                    B5.sql              | baseline migrations are not run by this version of MigrateDB
                    Views.sql           | neither a migration, such as V1__Views.sql or R__Views.sql, nor a callback, such as afterMigrate.sql
                    Vcurrent__x.sql     | neither a migration, such as V1__Vcurrent__x.sql or R__Vcurrent__x.sql, nor a callback, such as afterMigrate.sql
                    Report.sql          | neither a migration, such as V1__Report.sql or R__Report.sql, nor a callback, such as afterMigrate.sql
                    data.sql            | neither a migration, such as V1__data.sql or R__data.sql, nor a callback, such as afterMigrate.sql
                    afterwards.sql      | neither a migration, such as V1__afterwards.sql or R__afterwards.sql, nor a callback, such as afterMigrate.sql
                    """)
    void guessesWhatAWrongNameWasMeantToBe(String filename, String advice) {
        assertThat(parser.parse(filename)).isEqualTo(new FileName.OfNothing(advice, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
                    beforemigrate.sql     | upper and lower case count: beforeMigrate.sql
                    BeforeMigrate__x.sql  | upper and lower case count: beforeMigrate__x.sql
                    createschema.sql      | upper and lower case count: createSchema.sql
                    beforeMigrate_x.sql   | two underscores are needed before the description: beforeMigrate__x.sql
                    afterMigration.sql    | there is no event 'afterMigration'
                    """)
    void recognisesCallbacksThatAreMisspelt(String filename, String advice) {
        assertThat(parser.parse(filename)).isEqualTo(new FileName.OfNothing(advice, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beforeConnect",
                "afterConnect",
                "afterMigrateOperationFinish",
                "beforeUndo",
                "afterEachUndoStatementError",
                "afterClean",
                "beforeBaseline",
                "afterRepairError"
            })
    void saysThatACallbackWaitsForAnEventThatDoesNotOccur(String event) {
        assertThat(parser.parse(event + "__x.sql"))
                .isEqualTo(new FileName.OfNothing(
                        "the event '" + event + "' does not occur in this version of MigrateDB", true));
    }

    @ParameterizedTest
    @CsvSource({"V3__x.sh, false", "R__x.PS1, false", "V1.bat, false", "afterMigrate__x.py, true"})
    void saysThatShellScriptsAreNotRun(String filename, boolean meansCallback) {
        assertThat(parser.parse(filename))
                .isEqualTo(new FileName.OfNothing(
                        "shell scripts are not run by this version of MigrateDB", meansCallback));
    }

    @Test
    void knowsTheEventsThatOccur() {
        assertThat(Arrays.stream(Event.values())
                        .filter(event -> parser.parse(event.id() + ".sql") instanceof FileName.OfCallback))
                .containsExactly(
                        Event.CREATE_SCHEMA,
                        Event.BEFORE_CREATE_SCHEMA,
                        Event.BEFORE_MIGRATE,
                        Event.BEFORE_EACH_MIGRATE,
                        Event.BEFORE_EACH_MIGRATE_STATEMENT,
                        Event.AFTER_EACH_MIGRATE_STATEMENT,
                        Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR,
                        Event.AFTER_EACH_MIGRATE,
                        Event.AFTER_EACH_MIGRATE_ERROR,
                        Event.AFTER_VERSIONED,
                        Event.BEFORE_REPEATABLES,
                        Event.AFTER_MIGRATE_APPLIED,
                        Event.AFTER_MIGRATE,
                        Event.AFTER_MIGRATE_ERROR,
                        Event.BEFORE_INFO,
                        Event.AFTER_INFO,
                        Event.AFTER_INFO_ERROR,
                        Event.BEFORE_VALIDATE,
                        Event.AFTER_VALIDATE,
                        Event.AFTER_VALIDATE_ERROR);
    }

    @Test
    void prefersTheLongestPrefixAndSuffix() {
        NameParser own = new NameParser(new NamingRules("M", "MR", "-", List.of(".sql", ".pg.sql"), false));

        assertThat(own.parse("M1.5-add_people.pg.sql"))
                .isEqualTo(new FileName.OfMigration(MigrationKind.VERSIONED, MigrationVersion.of("1.5"), "add people"));
        assertThat(own.parse("MR-view.sql"))
                .isEqualTo(new FileName.OfMigration(MigrationKind.REPEATABLE, null, "view"));
        assertThat(own.parse("beforeMigrate-x.sql")).isEqualTo(new FileName.OfCallback(Event.BEFORE_MIGRATE, "x"));
        assertThat(own.parse("M1_x.sql"))
                .isEqualTo(new FileName.OfNothing("'-' is needed before the description: M1-x.sql", false));
    }
}
