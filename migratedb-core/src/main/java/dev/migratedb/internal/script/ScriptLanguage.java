package dev.migratedb.internal.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What scripts are written in. */
public enum ScriptLanguage {
    /** Sent to the database, statement by statement; its file names end as the settings say. */
    SQL,
    SHELL(".sh"),
    BASH(".bash"),
    PYTHON(".py"),
    POWERSHELL(".ps1"),
    BATCH(".cmd", ".bat");

    private final List<String> suffixes;

    ScriptLanguage(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    /** Whether the operating system runs it. */
    public boolean isExternal() {
        return this != SQL;
    }

    /** The language that the operating system runs files of this name in; upper and lower case do not count. */
    public static Optional<ScriptLanguage> ofExternal(String filename) {
        String lower = filename.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.suffixes.stream().anyMatch(lower::endsWith))
                .findFirst();
    }
}
