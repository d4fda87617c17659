package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Migrations and callbacks that the operating system runs. */
@DisabledOnOs(OS.WINDOWS)
abstract class ExternalScriptContractTests extends ContractTests {

    private static final String NOTE = "echo \"$(basename \"$0\")\" >> \"$MP__notes__\"\n";

    private Path notes() {
        return folder.resolve("notes.txt");
    }

    private List<String> noted() {
        try {
            return Files.exists(notes()) ? Files.readAllLines(notes()) : List.of();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private MigrateDb.Builder noting() {
        return engine().placeholders(Map.of("notes", notes().toString()));
    }

    @Test
    void runsScriptsOfEveryLanguageThatIsHereAmongSqlMigrations() {
        script("V1__a.sh", NOTE);
        script("V2__b.sql", "create table b (id int)");
        script("V3__c.bash", "[[ -n ok ]] && " + NOTE);
        script("V4__d.py", "import os\nopen(os.environ['MP__notes__'], 'a').write('V4__d.py\\n')\n");
        script("R__e.sh", NOTE);

        noting().load().migrate();

        assertThat(noted()).containsExactly("V1__a.sh", "V3__c.bash", "V4__d.py", "R__e.sh");
        assertThat(history())
                .containsExactly(
                        "1 1 a SCRIPT V1__a.sh ok",
                        "2 2 b SQL V2__b.sql ok",
                        "3 3 c SCRIPT V3__c.bash ok",
                        "4 4 d SCRIPT V4__d.py ok",
                        "5 null e SCRIPT R__e.sh ok");
    }

    @Test
    void runsAScriptOnceAndValidatesItsChecksum() {
        script("V1__a.sh", NOTE);
        MigrateDb engine = noting().load();
        engine.migrate();
        engine.migrate();

        assertThat(noted()).containsExactly("V1__a.sh");
        assertThat(engine.info().all().get(0).checksum()).isEqualTo(LineChecksum.of(NOTE));

        script("V1__a.sh", NOTE + "true\n");
        assertThatThrownBy(engine::migrate)
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("V1__a.sh")
                .hasMessageContaining("checksum");
    }

    @Test
    void runsARepeatableScriptAgainWhenAPlaceholderInItHasChanged() {
        script("R__a.sh", "echo $FP__word__ ${MP__other__} $FP__flyway_table__\n" + NOTE);

        String notes = notes().toString();
        engine().placeholders(Map.of("notes", notes, "word", "one", "other", "x"))
                .load()
                .migrate();
        engine().placeholders(Map.of("notes", notes, "word", "one", "other", "x"))
                .load()
                .migrate();
        engine().placeholders(Map.of("notes", notes, "word", "two", "other", "x"))
                .load()
                .migrate();
        engine().placeholders(Map.of("notes", notes, "word", "two", "other", "y"))
                .load()
                .migrate();

        assertThat(noted()).hasSize(3);
    }

    @Test
    void givesScriptsPlaceholdersAndTheDatabaseInTheirEnvironment() {
        script("V1__a.sh", "env > \"$MP__notes__\"\n");
        engine().placeholders(Map.of("notes", notes().toString(), "my:Name", "value with blanks"))
                .load()
                .migrate();

        // drivers leave parameters out of the URL that they tell, or put others in
        String url = database.url().replaceAll("[;?].*", "");
        assertThat(noted())
                .contains(
                        "MP__my_Name__=value with blanks",
                        "FP__my_Name__=value with blanks",
                        "MP__migratedb_filename__=V1__a.sh",
                        "FP__flyway_filename__=V1__a.sh",
                        "FP__flyway_table__=migratedb_state")
                .anyMatch(line -> line.startsWith("MIGRATEDB_URL=" + url))
                .anyMatch(line -> line.startsWith("FLYWAY_URL=" + url))
                .anyMatch(line -> line.matches("FP__flyway_defaultSchema__=.+"))
                .anyMatch(line -> line.matches("MP__migratedb_database__=.+"));
        String user = database.user().toLowerCase(Locale.ROOT);
        assertThat(noted())
                .filteredOn(line -> line.startsWith("MIGRATEDB_USER=") || line.startsWith("FLYWAY_USER="))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrderElementsOf(
                        user.isEmpty() ? List.of() : List.of("migratedb_user=" + user, "flyway_user=" + user));
    }

    @Test
    void namesVariablesAsTheSettingsSay() {
        script("V1__a.sh", "echo $MYnotesEND > \"$MYnotesEND\"\n");

        noting().scriptPlaceholderPrefix("MY")
                .scriptPlaceholderSuffix("END")
                .load()
                .migrate();

        assertThat(noted()).containsExactly(notes().toString());
    }

    @Test
    void logsWhatAScriptWritesWithoutSecrets() {
        script("V1__a.sh", "echo out; echo err >&2; echo \"it is $MP__db_password__\"\n");

        List<String> lines;
        try (LogLines log = new LogLines()) {
            engine().placeholders(Map.of("db_password", "tiger7")).load().migrate();
            lines = log.all();
        }
        assertThat(lines).contains("out", "err", "it is ***").noneMatch(line -> line.contains("tiger7"));
    }

    @Test
    void failsWithTheLastLinesWhenAScriptEndsWithAnotherCodeThanZero() {
        script("V1__a.sql", "create table a (id int)");
        script("V2__b.sh", NOTE + "echo all is lost; exit 3\n");
        script("V3__c.sh", NOTE);
        MigrateDb engine = noting().load();

        MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, engine::migrate);

        assertThat(failure)
                .hasMessageContaining("Migration to version 2 - b failed")
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("all is lost")
                .hasMessageContaining("without a transaction");
        assertThat(failure.rolledBack()).isFalse();
        assertThat(history()).containsExactly("1 1 a SQL V1__a.sql ok", "2 2 b SCRIPT V2__b.sh failed");
        assertThat(noted()).containsExactly("V2__b.sh");
    }

    @Test
    void namesTheMissingInterpreterBeforeAnythingIsChanged() {
        script("V1__a.sql", "create table a (id int)");
        script("V2__b.ps1", "Write-Host 1");

        assertThatThrownBy(() ->
                        engine().powershellExecutable("no-such-pwsh").load().migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("V2__b.ps1 needs the program 'no-such-pwsh'");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void runsPowerShellByTheConfiguredProgram() throws IOException {
        Path standIn = script("bin/stand-in", "#!/bin/sh\necho \"$1 $2 $(basename \"$3\")\" >> \"$MP__notes__\"\n");
        assertThat(standIn.toFile().setExecutable(true)).isTrue();
        script("V1__a.ps1", "Write-Host 1");

        noting().powershellExecutable(standIn.toString()).load().migrate();

        assertThat(noted()).containsExactly("-NonInteractive -File V1__a.ps1");
    }

    @Test
    void runsAScriptOutOfAJarFromAPrivateFileThatIsGoneAfterwards() throws IOException {
        Path jar = folder.resolve("scripts.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String directory : List.of("injar/", "injar/sql/")) {
                out.putNextEntry(new JarEntry(directory));
                out.closeEntry();
            }
            out.putNextEntry(new JarEntry("injar/sql/V1__a.sh"));
            out.write("stat -c %a \"$(dirname \"$0\")\" > \"$MP__notes__\"; echo \"$0\" >> \"$MP__notes__\"\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            MigrateDb.configure(loader)
                    .dataSource(database.dataSource())
                    .locations("classpath:injar/sql")
                    .placeholders(Map.of("notes", notes().toString()))
                    .load()
                    .migrate();
        }

        assertThat(noted().get(0)).isEqualTo("700");
        Path ran = Path.of(noted().get(1));
        assertThat(ran.getFileName()).hasToString("V1__a.sh");
        assertThat(ran.getParent()).doesNotExist();
        assertThat(history()).containsExactly("1 1 a SCRIPT V1__a.sh ok");
    }

    @Test
    void runsCallbacksAsScriptsAmongThoseInSql() {
        script("V1__a.sql", "create table a (n varchar(20))");
        script("afterMigrate__1.sql", "insert into a values ('1')");
        script("afterMigrate__2.sh", NOTE);
        script("afterEachMigrate.sh", NOTE);
        script("beforeMigrate.bash", NOTE);

        List<String> lines;
        try (LogLines log = new LogLines()) {
            noting().load().migrate();
            lines = log.all();
        }

        assertThat(noted()).containsExactly("beforeMigrate.bash", "afterEachMigrate.sh", "afterMigrate__2.sh");
        assertThat(lines)
                .contains("Executing script callback: beforeMigrate", "Executing script callback: afterMigrate - 2");
    }

    @Test
    void stopsWhenACallbackThatIsAScriptFails() {
        script("V1__a.sql", "create table a (id int)");
        script("beforeMigrate.sh", "echo not today; exit 1\n");

        assertThatThrownBy(() -> engine().load().migrate())
                .isInstanceOf(CallbackFailedException.class)
                .hasMessageContaining("Callback beforeMigrate.sh failed at beforeMigrate")
                .hasMessageContaining("not today");
        assertThat(historyExists()).isFalse();
    }

    @Test
    void runsScriptsBeforeItConnectsWhichMayMakeMigrations() {
        script(
                "beforeConnect__1.sh",
                "echo 'create table made (id int);' > \"$(dirname \"$0\")/V1__made.sql\"\n" + NOTE);
        script("beforeConnect__2.sh", NOTE);

        noting().load().migrate();

        assertThat(noted()).containsExactly("beforeConnect__1.sh", "beforeConnect__2.sh");
        assertThat(history()).containsExactly("1 1 made SQL V1__made.sql ok");
    }

    @Test
    void refusesAVersionThatIsThereInSqlAndAsAScript() {
        script("V1__a.sql", "create table a (id int)");
        script("V1__a.sh", NOTE);

        assertThatThrownBy(() -> noting().load().migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("2 migrations have version 1")
                .hasMessageContaining("V1__a.sql")
                .hasMessageContaining("V1__a.sh");
        assertThat(noted()).isEmpty();
    }

    @Test
    void undoesByAScriptAndBeginsWithABaselineScript() {
        script("V1__a.sql", "create table a (id int)");
        script("B2__all.sh", NOTE);
        script("V3__c.sh", NOTE);
        script("U3__c.sh", NOTE);
        MigrateDb engine = noting().load();

        engine.migrate();
        engine.undo();

        assertThat(noted()).containsExactly("B2__all.sh", "V3__c.sh", "U3__c.sh");
        assertThat(history())
                .containsExactly(
                        "1 2 all SCRIPT_BASELINE B2__all.sh ok",
                        "2 3 c SCRIPT V3__c.sh ok",
                        "3 3 c UNDO_SCRIPT U3__c.sh ok");
    }

    @Test
    void namesTheMissingInterpreterOfAnUndoScriptBeforeAnythingIsUndone() {
        script("V1__a.sql", "create table a (id int)");
        script("U1__a.cmd", "echo");
        MigrateDb engine = engine().load();
        engine.migrate();

        assertThatThrownBy(engine::undo).hasMessageContaining("U1__a.cmd needs the program 'cmd'");
        assertThat(history()).hasSize(1);
    }

    @Test
    void leavesOutWhatItsConditionLeavesOut() {
        script("V1__a.sh", NOTE);
        script("V1__a.sh.conf", "shouldExecute=${stage}==prod");
        script("V2__b.sql", "create table b (id int)");
        script("V2__b.sql.conf", "shouldExecute=${stage}!=prod && true");
        script("beforeMigrate.sh", NOTE);
        script("beforeMigrate.sh.conf", "shouldExecute=false");

        MigrateDb engine = engine().placeholders(Map.of("notes", notes().toString(), "stage", "test"))
                .load();
        engine.migrate();

        assertThat(noted()).isEmpty();
        assertThat(history()).containsExactly("1 2 b SQL V2__b.sql ok");
        assertThat(engine.info().all())
                .extracting(MigrationInfo::state)
                .containsExactlyInAnyOrder(MigrationState.IGNORED, MigrationState.SUCCESS);
        assertThat(engine.validate().problems()).isEmpty();
    }

    @Test
    void tellsThePlaceOfAConditionThatCannotBeUnderstood() {
        script("V1__a.sql", "create table a (id int)");
        script("V1__a.sql.conf", "# only there\nshouldExecute = a == b && )");

        assertThatThrownBy(() -> engine().load().migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("V1__a.sql.conf:2:27");
        assertThat(database.tables()).isEmpty();
    }
}
