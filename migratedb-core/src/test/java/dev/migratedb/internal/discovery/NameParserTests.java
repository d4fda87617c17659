package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.script.ScriptLanguage;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
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
    @ValueSource(strings = {"V1__x.sh", "V1__x.bash", "V1__x.ps1", "V1__x.PY", "V1__x.cmd", "V1__x.bat"})
    void readsMigrationsThatTheOperatingSystemRuns(String filename) {
        assertThat(parser.parse(filename))
                .isEqualTo(new FileName.OfMigration(MigrationKind.VERSIONED, MigrationVersion.of("1"), "x"));
        assertThat(parser.language(filename).isExternal()).isTrue();
    }

    @Test
    void takesASuffixOfSqlForSqlWhateverItIs() {
        NameParser lenient = new NameParser(new NamingRules("V", "R", "B", "U", "__", List.of(".sql", ".sh"), false));

        assertThat(lenient.language("V1__x.sh")).isEqualTo(ScriptLanguage.SQL);
        assertThat(lenient.language("V1__x.bash")).isEqualTo(ScriptLanguage.BASH);
    }

    @Test
    void advisesOnAScriptThatLooksLikeAMigration() {
        assertThat(parser.parse("V1_Missing.sh"))
                .isEqualTo(new FileName.OfNothing(
                        "two underscores are needed before the description: V1__Missing.sh", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"V1__x.sql.conf", "README.md", "V1__x.txt", "deploy.sh", "V.sh", "sql", "x", ".sqlx", ".sh"})
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
                    U1_x.sql            | two underscores are needed before the description: U1__x.sql
                    B5-x.sql            | two underscores are needed before the description: B5__x.sql
                    U__x.sql            | the version is missing: U1__x.sql
                    b5__x.sql           | upper and lower case count: B5__x.sql
                    u5__x.sql           | upper and lower case count: U5__x.sql
                    Users.sql           | neither a migration, such as V1__Users.sql or R__Users.sql, nor a callback, such as afterMigrate.sql
                    Backup.sql          | neither a migration, such as V1__Backup.sql or R__Backup.sql, nor a callback, such as afterMigrate.sql
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

    @Test
    void tellsTheKindByThePrefix() {
        MigrationVersion two = MigrationVersion.of("1.2");
        assertThat(parser.parse("U1_2__add_people.sql"))
                .isEqualTo(new FileName.OfMigration(MigrationKind.UNDO, two, "add people"));
        assertThat(parser.parse("B1_2.sql")).isEqualTo(new FileName.OfMigration(MigrationKind.BASELINE, two, ""));
        NameParser own = new NameParser(new NamingRules("V", "R", "Base", "Undo", "__", List.of(".sql"), false));
        assertThat(own.parse("Undo1.2__x.sql")).isEqualTo(new FileName.OfMigration(MigrationKind.UNDO, two, "x"));
        assertThat(own.parse("Base1.2__x.sql")).isEqualTo(new FileName.OfMigration(MigrationKind.BASELINE, two, "x"));
        assertThat(own.parse("U1.2__x.sql")).isInstanceOf(FileName.OfNothing.class);
    }

    @Test
    void prefersTheLongestPrefixAndSuffix() {
        NameParser own = new NameParser(new NamingRules("M", "MR", "B", "U", "-", List.of(".sql", ".pg.sql"), false));

        assertThat(own.parse("M1.5-add_people.pg.sql"))
                .isEqualTo(new FileName.OfMigration(MigrationKind.VERSIONED, MigrationVersion.of("1.5"), "add people"));
        assertThat(own.parse("MR-view.sql"))
                .isEqualTo(new FileName.OfMigration(MigrationKind.REPEATABLE, null, "view"));
        assertThat(own.parse("beforeMigrate-x.sql")).isEqualTo(new FileName.OfCallback(Event.BEFORE_MIGRATE, "x"));
        assertThat(own.parse("M1_x.sql"))
                .isEqualTo(new FileName.OfNothing("'-' is needed before the description: M1-x.sql", false));
    }
}
