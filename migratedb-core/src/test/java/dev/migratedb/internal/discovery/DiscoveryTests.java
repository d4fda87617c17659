package dev.migratedb.internal.discovery;

import static dev.migratedb.internal.discovery.FilesInTests.SQL;
import static dev.migratedb.internal.discovery.FilesInTests.discover;
import static dev.migratedb.internal.discovery.FilesInTests.file;
import static dev.migratedb.internal.discovery.FilesInTests.scripts;
import static dev.migratedb.internal.discovery.FilesInTests.settings;
import static dev.migratedb.internal.discovery.FilesInTests.sqlFiles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.script.Condition;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class DiscoveryTests {

    @TempDir
    Path temporary;

    private Path sql;
    private String location;

    @BeforeEach
    void createLocation() throws IOException {
        sql = Files.createDirectory(temporary.resolve("sql"));
        location = "filesystem:" + sql;
    }

    @Test
    void sortsVersionedByVersionAndThenRepeatableByDescription() {
        sqlFiles(sql, "R__b.sql", "V10__x.sql", "x/V9__x.sql", "B/R__B.sql", "V1_1__x.sql", "a/R__a.sql", "V1__x.sql");

        Discovered discovered = discover(location);

        assertThat(scripts(discovered))
                .containsExactly(
                        "V1__x.sql",
                        "V1_1__x.sql",
                        "x/V9__x.sql",
                        "V10__x.sql",
                        "B/R__B.sql",
                        "a/R__a.sql",
                        "R__b.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
    }

    @Test
    void tellsEverythingAboutAScript() throws IOException {
        Path file = file(sql, "2026/03/V1_2__create_people.sql", "-- cé\n");

        MigrationFile migration = discover(location).migrations().get(0);

        assertThat(migration.kind()).isEqualTo(MigrationKind.VERSIONED);
        assertThat(migration.version()).isEqualTo(MigrationVersion.of("1.2"));
        assertThat(migration.description()).isEqualTo("create people");
        ScriptFile script = migration.file();
        assertThat(script.script()).isEqualTo("2026/03/V1_2__create_people.sql");
        assertThat(script.filename()).isEqualTo("V1_2__create_people.sql");
        assertThat(script.location()).isEqualTo(file.toString());
        assertThat(script.encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(script.options()).isEqualTo(ScriptOptions.NONE);
        assertThat(script.size()).isEqualTo(7);
        assertThat(script.checksum()).isEqualTo(-1763763848);
        try (InputStream content = script.content().open()) {
            assertThat(content).hasBinaryContent("-- cé\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void findsCallbacksBesideMigrationsSortedByEventAndDescription() {
        sqlFiles(sql, "V1__x.sql", "afterMigrate__2.sql", "x/afterMigrate__1_views.sql", "beforeMigrate.sql");

        Discovered discovered = discover(location);

        assertThat(discovered.callbacks())
                .extracting(callback -> callback.event().id() + ":" + callback.description())
                .containsExactly("beforeMigrate:", "afterMigrate:1 views", "afterMigrate:2");
        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
    }

    @Test
    void takesNothingButCallbacksFromCallbackLocations() {
        sqlFiles(sql, "V1__x.sql", "beforeMigrate__a.sql");
        sqlFiles(temporary.resolve("more"), "V2__x.sql", "V3_Missing.sql", "data.sql", "beforeMigrate__b.sql");
        sqlFiles(temporary.resolve("more"), "beforemigrate.sql");

        Discovered discovered = discover(withCallbacks(location, "filesystem:" + temporary.resolve("more")));

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.callbacks()).extracting(CallbackFile::description).containsExactly("a", "b");
        assertThat(discovered.warnings())
                .singleElement()
                .asString()
                .startsWith("1 file is not run")
                .contains("beforemigrate.sql (upper and lower case count: beforeMigrate.sql)");
    }

    @Test
    void letsCallbacksBeSearchedAboveTheMigrations() {
        sqlFiles(sql, "beforeMigrate.sql", "migration/V1__x.sql", "migration/afterMigrate.sql");

        Discovered discovered = discover(withCallbacks("filesystem:" + sql.resolve("migration"), location));

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.callbacks())
                .extracting(CallbackFile::event)
                .containsExactly(Event.BEFORE_MIGRATE, Event.AFTER_MIGRATE);
        assertThat(discovered.warnings()).isEmpty();
        assertThat(discovered.problems()).isEmpty();
    }

    @Test
    void skipsHiddenDirectoriesAndFilesButNotAHiddenLocation() {
        Path hidden = temporary.resolve(".hidden");
        sqlFiles(hidden, "V1__x.sql", ".git/V2__x.sql", "x/.old/V3__x.sql", "._V4__x.sql");

        Discovered discovered = discover("filesystem:" + hidden);

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.warnings()).isEmpty();
    }

    @Test
    void followsLinksAsMountedConfigurationHasThem() throws IOException {
        Path data = sql.resolve("..2026_03_01");
        sqlFiles(data, "V1__x.sql");
        Files.createSymbolicLink(sql.resolve("..data"), Path.of("..2026_03_01"));
        Files.createSymbolicLink(sql.resolve("V1__x.sql"), Path.of("..data/V1__x.sql"));
        Files.createSymbolicLink(sql.resolve("loop"), sql);

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
    }

    @Test
    void takesAFileOnceThatTwoLinkedDirectoriesHave() throws IOException {
        sqlFiles(sql, "a/V1__x.sql");
        Files.createSymbolicLink(sql.resolve("b"), sql.resolve("a"));

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).hasSize(1);
        assertThat(discovered.problems()).isEmpty();
    }

    @Test
    void selectsByWildcardsAndKeepsPathsBelowTheRootWithoutThem() {
        sqlFiles(sql, "a/ddl/V1__x.sql", "b/ddl/y/V2__x.sql", "b/other/V3__x.sql", "V4__x.sql");

        assertThat(scripts(discover(location + "/*/ddl"))).containsExactly("a/ddl/V1__x.sql", "b/ddl/y/V2__x.sql");
        assertThat(scripts(discover(location + "/**/y"))).containsExactly("b/ddl/y/V2__x.sql");
        assertThat(scripts(discover(location + "/?"))).hasSize(3);
    }

    @Test
    void warnsOnceOfALocationInsideAnother() {
        sqlFiles(sql, "a/V1__x.sql", "V2__x.sql");

        Discovered discovered = discover(location + "/a", location);

        assertThat(scripts(discovered)).containsExactly("a/V1__x.sql", "V2__x.sql");
        assertThat(discovered.warnings())
                .containsExactly("Location '" + location + "/a' in 'migratedb.locations' lies inside location '"
                        + location + "'; its files are taken once, as files of the latter.");
    }

    @Test
    void warnsOnceOfALocationThatIsNamedTwice() {
        sqlFiles(sql, "V1__x.sql");

        Discovered discovered = discover(location, "file:" + sql + "/");

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings())
                .containsExactly(
                        "Location 'file:" + sql + "/' in 'migratedb.locations' is named twice; it is searched once.");
    }

    @Test
    void warnsOnceOfFilesThatTwoLocationsShare() {
        sqlFiles(sql, "a/V1__x.sql", "a/V2__x.sql", "b/V3__x.sql");

        Discovered discovered = discover(location + "/a", location + "/*");

        assertThat(scripts(discovered)).containsExactly("V1__x.sql", "V2__x.sql", "b/V3__x.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings())
                .containsExactly("Location '" + location + "/*' in 'migratedb.locations' has 2 files that location '"
                        + location + "/a' has too, such as a/V1__x.sql; each is taken once, as a file of the latter.");
    }

    @Test
    void warnsOfAMissingLocationAndSaysWhereItLooked() {
        Discovered discovered = discover("filesystem:" + temporary + "/none", "db/nowhere");

        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings())
                .containsExactly(
                        "Location 'filesystem:" + temporary
                                + "/none' in 'migratedb.locations' does not exist: there is no" + " directory "
                                + temporary + "/none. Create it, or correct the setting.",
                        "Location 'db/nowhere' in 'migratedb.locations' does not exist: neither a directory nor a jar of the"
                                + " class path has db/nowhere. Create it (in a project of Maven or Gradle:"
                                + " src/main/resources/db/nowhere), or correct the setting.");
    }

    @Test
    void warnsOfALocationThatIsAFile() {
        Path file = file(temporary, "V1__x.sql", SQL);

        assertThat(discover("filesystem:" + file).warnings())
                .singleElement()
                .asString()
                .contains(file + " is a file, not a directory");
    }

    @Test
    void failsForEachMissingLocationWhereThatIsWanted() {
        LocationSettings strict = new LocationSettings(
                List.of(location, "db/nowhere"),
                List.of("filesystem:" + temporary + "/none"),
                true,
                StandardCharsets.UTF_8,
                false,
                new DefaultResourceLoader());
        sqlFiles(sql, "V1__x.sql");

        Discovered discovered = discover(strict);

        assertThat(discovered.warnings()).isEmpty();
        assertThat(discovered.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_LOCATION))
                .extracting(ScriptProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("'db/nowhere' in 'migratedb.locations'"),
                        message -> assertThat(message).contains("/none' in 'migratedb.callback-locations'"));
    }

    @Test
    void warnsOnceWhereNothingAtAllIsFound() {
        assertThat(discover(location, "db/nowhere").warnings())
                .hasSize(2)
                .last()
                .isEqualTo("No migrations found in " + location + ", db/nowhere");
        assertThat(discover(location).problems()).isEmpty();
        assertThat(discover(settings()).warnings())
                .containsExactly("No migrations found: 'migratedb.locations' is empty");
    }

    @Test
    void doesNotMissSqlMigrationsWhereThereAreJavaMigrations() {
        assertThat(discover(settings(location), new V1__Java()).warnings()).isEmpty();
        assertThat(discover(settings(), new V1__Java()).warnings()).isEmpty();
    }

    @Test
    void failsForALocationWithANameThatNothingHasReplaced() {
        assertThat(discover("classpath:db/{vendor}").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(problem.message()).contains("'classpath:db/{vendor}'");
            assertThat(problem.remedy()).contains("'migratedb.locations'");
        });
    }

    @Test
    void warnsInOneLineOfAllSqlFilesThatAreNotRun() {
        sqlFiles(sql, "V1__x.sql", "V2_Missing.sql", "data.sql", "U1_x.sql");
        file(sql, "README.md", "");

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings())
                .containsExactly("3 files are not run because of the name: "
                        + sql + "/U1_x.sql (two underscores are needed before the description: U1__x.sql); "
                        + sql + "/V2_Missing.sql (two underscores are needed before the description: V2__Missing.sql); "
                        + sql
                        + "/data.sql (neither a migration, such as V1__data.sql or R__data.sql, nor a callback, such"
                        + " as afterMigrate.sql)");
    }

    @Test
    void failsForEachSqlFileThatIsNotRunWhereNamesAreValidated() {
        sqlFiles(sql, "V1__x.sql", "V2_Missing.sql", "data.sql");
        NamingRules strict = new NamingRules("V", "R", "B", "U", "__", List.of(".sql"), true);

        Discovered discovered = Discovery.discover(settings(location), strict, FilesInTests.extensions(false));

        assertThat(discovered.warnings()).isEmpty();
        assertThat(discovered.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_NAME))
                .extracting(ScriptProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .contains(sql + "/V2_Missing.sql")
                                .contains("two underscores are needed"),
                        message -> assertThat(message).contains(sql + "/data.sql"));
    }

    @Test
    void obeysTheConfFileBesideAScript() {
        file(sql, "V1__x.sql", "-- cé".getBytes(StandardCharsets.ISO_8859_1));
        file(sql, "V1__x.sql.conf", "encoding=ISO-8859-1\nexecuteInTransaction=false\n");
        file(sql, "afterMigrate.sql", SQL);
        file(sql, "afterMigrate.sql.conf", "placeholderReplacement=false\n");
        file(sql, "sub/V2__x.sql", SQL);

        Discovered discovered = discover(location);

        assertThat(discovered.problems()).isEmpty();
        ScriptFile script = discovered.migrations().get(0).file();
        assertThat(script.encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(script.options()).isEqualTo(new ScriptOptions(false, null));
        assertThat(script.checksum()).isEqualTo(LineChecksum.of("-- cé"));
        assertThat(discovered.callbacks().get(0).file().options()).isEqualTo(new ScriptOptions(null, false));
        assertThat(discovered.migrations().get(1).file().options()).isEqualTo(ScriptOptions.NONE);
    }

    @Test
    void obeysTheCommentsThatAScriptBeginsWith() {
        String script = "-- migratedb: executeInTransaction=false\n# migratedb: shouldExecute=a==b\nselect 1;\n";
        file(sql, "V1__x.sql", script);
        file(sql, "V1__x.sql.conf", "placeholderReplacement=false\n");
        file(sql, "V2__x.sh", script);

        Discovered discovered = discover(location);

        assertThat(discovered.problems()).isEmpty();
        ScriptFile file = discovered.migrations().get(0).file();
        assertThat(file.checksum()).isEqualTo(LineChecksum.of(script));
        assertThat(file.options())
                .isEqualTo(new ScriptOptions(
                        false,
                        false,
                        new Condition("a==b", new ScriptPosition(sql + "/V1__x.sql", 2, 28, "")),
                        null,
                        null));
        assertThat(discovered.migrations().get(1).file().options()).isEqualTo(ScriptOptions.NONE);
    }

    @Test
    void leavesOutAScriptThatSaysSomethingElseThanItsConfFile() {
        file(sql, "V1__x.sql", "-- migratedb: executeInTransaction=false\n");
        file(sql, "V1__x.sql.conf", "executeInTransaction=true\n");

        Discovered discovered = discover(location);

        assertThat(discovered.migrations()).isEmpty();
        assertThat(discovered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.position()).hasToString(sql + "/V1__x.sql:1:15");
            assertThat(problem.message()).contains("'false' here", "'true' in V1__x.sql.conf");
        });
    }

    @Test
    void readsEachScriptInTheEncodingOfItsByteOrderMarkWhereMarksCount() {
        file(sql, "V1__x.sql", "\uFEFF-- cé".getBytes(StandardCharsets.UTF_16LE));
        file(sql, "V2__x.sql", "-- cé".getBytes(StandardCharsets.ISO_8859_1));
        file(sql, "V3__x.sql", "\uFEFF-- cé".getBytes(StandardCharsets.UTF_16BE));
        file(sql, "V3__x.sql.conf", "encoding=UTF-16\n");
        LocationSettings detecting = new LocationSettings(
                List.of(location), List.of(), false, StandardCharsets.ISO_8859_1, true, new DefaultResourceLoader());

        Discovered discovered = discover(detecting);

        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.migrations())
                .extracting(migration -> migration.file().encoding())
                .containsExactly(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16);
        assertThat(discovered.migrations())
                .extracting(migration -> migration.file().checksum())
                .containsOnly(LineChecksum.of("-- cé"));
    }

    @Test
    void leavesOutAScriptWhoseConfFileIsWrong() {
        sqlFiles(sql, "V1__x.sql", "V2__x.sql");
        file(sql, "V1__x.sql.conf", "\nexecuteInTransaktion=false\n");

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).containsExactly("V2__x.sql");
        assertThat(discovered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(problem.position()).hasToString(sql + "/V1__x.sql.conf:2:1");
        });
    }

    @Test
    void saysWhereAFileCannotBeDecodedAndWhatToSet() {
        file(sql, "V1__x.sql", "select 1;\n-- cé".getBytes(StandardCharsets.ISO_8859_1));
        sqlFiles(sql, "V2__x.sql");

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).containsExactly("V2__x.sql");
        assertThat(discovered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
            assertThat(problem.position()).hasToString(sql + "/V1__x.sql:2:5");
            assertThat(problem.message())
                    .isEqualTo(
                            "V1__x.sql cannot be decoded as UTF-8: line 2 has the byte 0xE9, which is malformed there.");
            assertThat(problem.remedy()).contains("'migratedb.encoding'").contains("V1__x.sql.conf");
        });
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.createSymbolicLink(sql.resolve("V1__x.sql"), sql.resolve("nowhere.sql"));

        Discovered discovered = discover(location);

        assertThat(discovered.migrations()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
        assertThat(discovered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
            assertThat(problem.message()).startsWith(sql + "/V1__x.sql cannot be read (");
        });
    }

    @Test
    void failsWithAllFilesThatHaveOneVersion() {
        sqlFiles(sql, "V1__a.sql", "x/V1_0__b.sql", "V01.sql", "V2__x.sql");

        Discovered discovered = discover(location);

        assertThat(scripts(discovered)).containsExactly("V2__x.sql");
        assertThat(discovered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.DUPLICATE_MIGRATION);
            assertThat(problem.message())
                    .isEqualTo("3 migrations have version 01: " + sql + "/V01.sql, " + sql + "/V1__a.sql and " + sql
                            + "/x/V1_0__b.sql.");
            assertThat(problem.remedy()).contains("another version");
        });
    }

    @Test
    void failsWithFileAndClassThatHaveOneVersion() {
        sqlFiles(sql, "V1__a.sql", "V2__x.sql");

        Discovered discovered = discover(settings(location), new V1__Java(), new V2__Proxied$$SpringCGLIB$$0());

        assertThat(scripts(discovered)).isEmpty();
        assertThat(discovered.problems())
                .extracting(ScriptProblem::message)
                .containsExactly(
                        "2 migrations have version 1: " + sql + "/V1__a.sql and class " + V1__Java.class.getName()
                                + ".",
                        "2 migrations have version 2: " + sql + "/V2__x.sql and class " + V2__Proxied.class.getName()
                                + ".");
    }

    @Test
    void failsWithClassesThatHaveOneVersion() {
        sqlFiles(sql, "V3__x.sql");

        assertThat(discover(settings(location), new V1__Java(), new Other.V1__Java())
                        .problems())
                .extracting(ScriptProblem::message)
                .containsExactly("2 migrations have version 1: class " + Other.V1__Java.class.getName() + " and class "
                        + V1__Java.class.getName() + ".");
    }

    @Test
    void failsWithRepeatablesThatHaveOneDescription() {
        sqlFiles(sql, "R__my_view.sql", "x/R__my view.sql", "y/R__My_view.sql", "R__again.sql");

        Discovered discovered = discover(settings(location), new R__again());

        assertThat(scripts(discovered)).containsExactly("y/R__My_view.sql");
        assertThat(discovered.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).contains("another description"))
                .extracting(ScriptProblem::message)
                .containsExactly(
                        "2 repeatable migrations have the description 'again': " + sql + "/R__again.sql and class "
                                + R__again.class.getName() + ".",
                        "2 repeatable migrations have the description 'my view': " + sql + "/R__my_view.sql and " + sql
                                + "/x/R__my view.sql.");
    }

    @Test
    void failsWithCallbacksThatHaveOneEventAndDescription() {
        sqlFiles(sql, "beforeMigrate.sql", "x/beforeMigrate__.sql", "afterMigrate__a_b.sql", "x/afterMigrate__a b.sql");
        sqlFiles(sql, "V1__x.sql", "beforeMigrate__other.sql");

        Discovered discovered = discover(location);

        assertThat(discovered.callbacks()).extracting(CallbackFile::description).containsExactly("other");
        assertThat(discovered.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.DUPLICATE_MIGRATION))
                .extracting(ScriptProblem::message)
                .containsExactly(
                        "2 callbacks are called 'afterMigrate - a b': " + sql + "/afterMigrate__a_b.sql and " + sql
                                + "/x/afterMigrate__a b.sql.",
                        "2 callbacks are called 'beforeMigrate': " + sql + "/beforeMigrate.sql and " + sql
                                + "/x/beforeMigrate__.sql.");
    }

    @Test
    void takesUndoAndBaselineMigrationsInSqlAndJava() {
        sqlFiles(sql, "V1__x.sql", "U2__x.sql", "B1__x.sql");

        Discovered discovered = discover(settings(location), new U1__Undo());

        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
        assertThat(scripts(discovered)).containsExactlyInAnyOrder("V1__x.sql", "B1__x.sql", "U2__x.sql");
    }

    @Test
    void failsWithUndoMigrationsThatHaveOneVersion() {
        sqlFiles(sql, "V1__x.sql", "U1__x.sql", "x/U1.0__other.sql");

        assertThat(discover(settings(location), new U1__Undo()).problems())
                .extracting(ScriptProblem::message)
                .containsExactly("3 undo migrations have version 1: " + sql + "/U1__x.sql, " + sql
                        + "/x/U1.0__other.sql and class " + U1__Undo.class.getName() + ".");
    }

    @Test
    void collectsAllProblemsOfASearch() {
        sqlFiles(sql, "V1__a.sql", "V1__b.sql");
        file(sql, "V2__x.sql", new byte[] {(byte) 0xFF});
        file(sql, "V3__x.sql", SQL);
        file(sql, "V3__x.sql.conf", "x=y");

        assertThat(discover(location).problems())
                .extracting(ScriptProblem::code)
                .containsExactly(ErrorCode.UNREADABLE_FILE, ErrorCode.CONFIGURATION, ErrorCode.DUPLICATE_MIGRATION);
    }

    private static LocationSettings withCallbacks(String location, String callbackLocation) {
        return new LocationSettings(
                List.of(location),
                List.of(callbackLocation),
                false,
                StandardCharsets.UTF_8,
                false,
                new DefaultResourceLoader());
    }

    abstract static class Migration extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {}
    }

    static class V1__Java extends Migration {}

    static class V2__Proxied extends Migration {}

    static class V2__Proxied$$SpringCGLIB$$0 extends V2__Proxied {}

    static class R__again extends Migration {}

    static class U1__Undo extends Migration {}

    static class Other {

        static class V1__Java extends Migration {}
    }
}
