package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ScriptSettings;
import dev.migratedb.internal.script.ScriptLanguage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which program runs a script.
 *
 * @param settings name the one for PowerShell
 * @param windows whether the operating system is Windows
 * @param installed whether there is a program of that name
 */
record Interpreters(ScriptSettings settings, boolean windows, Predicate<String> installed) {

    /** The programs of this machine. */
    static Interpreters of(ScriptSettings settings) {
        boolean windows = File.separatorChar == '\\';
        return new Interpreters(settings, windows, program -> isInstalled(program, windows));
    }

    /** The programs that can run such scripts, the best first. */
    List<String> candidates(ScriptLanguage language) {
        String configured = settings.powershellExecutable();
        return switch (language) {
            case SHELL -> List.of("sh");
            case BASH -> List.of("bash");
            case PYTHON -> List.of("python3", "python");
            case POWERSHELL ->
                configured != null ? List.of(configured) : windows ? List.of("powershell", "pwsh") : List.of("pwsh");
            case BATCH -> List.of("cmd");
            case SQL -> throw new IllegalArgumentException("The database runs SQL");
        };
    }

    /** What to start to run a script; empty where none of the programs is installed. */
    Optional<List<String>> command(ScriptLanguage language, Path script) {
        return candidates(language).stream().filter(installed).findFirst().map(program -> {
            List<String> command = new ArrayList<>();
            command.add(program);
            if (language == ScriptLanguage.POWERSHELL) {
                command.addAll(List.of("-NonInteractive", "-File"));
            } else if (language == ScriptLanguage.BATCH) {
                command.add("/c");
            }
            command.add(script.toString());
            return command;
        });
    }

    private static boolean isInstalled(String program, boolean windows) {
        try {
            Path path = Path.of(program);
            if (path.getNameCount() > 1 || path.isAbsolute()) {
                return isProgram(path, windows);
            }
        } catch (InvalidPathException ex) {
            return false;
        }
        String directories = System.getenv().getOrDefault("PATH", "");
        return Stream.of(directories.split(Pattern.quote(File.pathSeparator)))
                .filter(directory -> !directory.isBlank())
                .anyMatch(directory -> isProgram(Path.of(directory).resolve(program), windows));
    }

    private static boolean isProgram(Path path, boolean windows) {
        if (Files.isRegularFile(path) && Files.isExecutable(path)) {
            return true;
        }
        String name = path.getFileName().toString();
        return windows
                && !name.toLowerCase(Locale.ROOT).endsWith(".exe")
                && Files.isRegularFile(path.resolveSibling(name + ".exe"));
    }
}
