package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.ScriptSettings;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptLanguage;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisabledOnOs(OS.WINDOWS)
class ExternalScriptsTests {

    @TempDir
    private Path folder;

    private final ScriptEnvironment environment = new ScriptEnvironment(
            new Placeholders(PlaceholderSettings.DEFAULT, name -> null),
            new DriverManagerDataSource("jdbc:h2:mem:x", "scott", "tiger7"));

    private ScriptFile file(String name, String content, ScriptLanguage language) throws IOException {
        Path path = Files.writeString(folder.resolve(name), content);
        return new ScriptFile(
                name,
                path.toString(),
                StandardCharsets.UTF_8,
                ScriptOptions.NONE,
                content.length(),
                LineChecksum.of(content),
                () -> Files.newInputStream(path),
                language,
                path);
    }

    private ExternalScript script(String content) throws IOException {
        return new ExternalScript(
                file("V1__a.sh", content, ScriptLanguage.SHELL),
                Interpreters.of(ScriptSettings.DEFAULT),
                environment,
                new Secrets(PlaceholderSettings.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "SHELL, linux, 'sh bash', 'sh s'",
        "BASH, linux, 'sh bash', 'bash s'",
        "PYTHON, linux, 'python python3', 'python3 s'",
        "PYTHON, linux, python, 'python s'",
        "POWERSHELL, linux, pwsh, 'pwsh -NonInteractive -File s'",
        "POWERSHELL, windows, 'pwsh powershell', 'powershell -NonInteractive -File s'",
        "POWERSHELL, windows, pwsh, 'pwsh -NonInteractive -File s'",
        "BATCH, windows, cmd, 'cmd /c s'",
        "BATCH, linux, sh, ''",
        "POWERSHELL, linux, powershell, ''"
    })
    void choosesTheProgram(ScriptLanguage language, String system, String installed, String command) {
        List<String> programs = List.of(installed.split(" "));
        Interpreters interpreters =
                new Interpreters(ScriptSettings.DEFAULT, system.equals("windows"), programs::contains);

        Optional<List<String>> chosen = interpreters.command(language, Path.of("s"));

        assertThat(chosen.map(words -> String.join(" ", words)).orElse("")).isEqualTo(command);
    }

    @Test
    void findsProgramsOnThePathAndByTheirOwnPath() throws IOException {
        Path program = Files.writeString(folder.resolve("own"), "#!/bin/sh\n");
        Interpreters unfit = Interpreters.of(new ScriptSettings("MP__", "__", program.toString()));

        assertThat(Interpreters.of(ScriptSettings.DEFAULT).installed())
                .accepts("sh")
                .rejects("no-such-program");
        assertThat(unfit.installed()).rejects(program.toString());
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(unfit.installed()).accepts(program.toString());
    }

    @ParameterizedTest
    @CsvSource({"BATCH, V1__a.bat", "BATCH, V1__a.cmd", "POWERSHELL, V1__a.ps1"})
    void namesTheProgramThatIsMissing(ScriptLanguage language, String name) throws IOException {
        ExternalScripts scripts = new ExternalScripts(
                new Interpreters(ScriptSettings.DEFAULT, false, program -> false),
                environment,
                new Secrets(PlaceholderSettings.DEFAULT));

        assertThat(scripts.problem(file(name, "x", language)))
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .contains(name, language == ScriptLanguage.BATCH ? "'cmd'" : "'pwsh'"));
    }

    /** The stand-in is what the path leads to: a program of that name that is no command interpreter of Windows. */
    @ParameterizedTest
    @ValueSource(strings = {"V1__a.cmd", "V1__a.bat"})
    void runsABatchFileByAStandIn(String name) throws IOException {
        Path standIn = Files.writeString(folder.resolve("cmd"), "#!/bin/sh\necho \"$@\" > " + folder + "/ran\n");
        assertThat(standIn.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve(name);
        assertThat(ScriptLanguage.ofExternal(name)).contains(ScriptLanguage.BATCH);
        List<String> command = new ArrayList<>(new Interpreters(ScriptSettings.DEFAULT, true, "cmd"::equals)
                .command(ScriptLanguage.BATCH, script)
                .orElseThrow());
        command.set(0, folder.resolve(command.get(0)).toString());

        assertThat(new ExternalProcess(command, Map.of(), line -> {}).run().exitCode())
                .isZero();

        assertThat(folder.resolve("ran")).hasContent("/c " + script);
    }

    @Test
    void knowsTheDatabaseFromTheSettingsWithoutAConnection() {
        assertThat(environment.variables("beforeConnect.sh", null))
                .containsEntry("MIGRATEDB_URL", "jdbc:h2:mem:x")
                .containsEntry("FLYWAY_URL", "jdbc:h2:mem:x")
                .containsEntry("MIGRATEDB_USER", "scott")
                .containsEntry("FLYWAY_USER", "scott")
                .containsEntry("MIGRATEDB_PASSWORD", "tiger7")
                .containsEntry("FLYWAY_PASSWORD", "tiger7")
                .containsEntry("MP__migratedb_filename__", "beforeConnect.sh");
    }

    @Test
    void keepsThePasswordOutOfMessages() {
        assertThatThrownBy(
                        () -> script("echo \"is it $FLYWAY_PASSWORD?\"; exit 9").run(null))
                .isInstanceOf(MigrateDbException.class)
                .hasMessageContaining("exit code 9")
                .hasMessageContaining("is it ***?");
    }

    @Test
    void repeatsOnlyTheLastLines() {
        assertThatThrownBy(() -> script("i=0; while [ $i -lt 5000 ]; do i=$((i+1)); echo line $i; done; exit 1")
                        .run(null))
                .hasMessageContaining("line 5000")
                .hasMessageContaining("line 4981")
                .hasMessageNotContaining("line 4980");
    }

    @Test
    void refusesAScriptThatHasChangedSinceItWasFound() throws IOException {
        ExternalScript script = script("touch " + folder.resolve("ran"));
        Files.writeString(folder.resolve("V1__a.sh"), "touch " + folder.resolve("ran") + "; true");

        assertThatThrownBy(() -> script.run(null))
                .isInstanceOf(MigrateDbException.class)
                .hasMessageContaining("was changed");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    @Timeout(60)
    void doesNotWaitForWhatAScriptLeavesRunning() throws IOException {
        List<String> lines = new ArrayList<>();
        ExternalProcess process =
                new ExternalProcess(List.of("sh", "-c", "echo before; sleep 1000 & echo $!"), Map.of(), lines::add);

        ExternalProcess.Ended ended = process.run();

        assertThat(ended.exitCode()).isZero();
        assertThat(lines).hasSize(2).startsWith("before");
        ProcessHandle.of(Long.parseLong(lines.get(1))).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    @Timeout(60)
    void anInterruptEndsTheScriptAndWhatItHasStarted() throws Exception {
        List<String> pids = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(2);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        ExternalProcess process =
                new ExternalProcess(List.of("sh", "-c", "echo $$; sleep 1000 & echo $!; wait"), Map.of(), line -> {
                    pids.add(line);
                    started.countDown();
                });
        Thread run = new Thread(() -> {
            try {
                process.run();
            } catch (IOException | RuntimeException ex) {
                thrown.set(ex);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        run.start();
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

        run.interrupt();
        run.join();

        assertThat(thrown.get()).isInstanceOf(MigrateDbException.class).hasMessageContaining("interrupted");
        assertThat(interrupted.get()).isTrue();
        for (String pid : pids) {
            Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(pid));
            if (handle.isPresent()) {
                handle.get().onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }
}
