package dev.migratedb.configuration;

import org.jspecify.annotations.Nullable;

/**
 * How scripts of operating systems are run.
 *
 * @param placeholderPrefix what the names of environment variables with placeholders begin with
 * @param placeholderSuffix what they end with
 * @param powershellExecutable what runs {@code .ps1} files; null means {@code pwsh}, and on Windows {@code powershell}
 */
public record ScriptSettings(
        String placeholderPrefix,
        String placeholderSuffix,
        @Nullable String powershellExecutable) {

    /** {@code MP__name__}. */
    public static final ScriptSettings DEFAULT = new ScriptSettings("MP__", "__", null);

    public ScriptSettings {
        Settings.text("script-placeholder-prefix", placeholderPrefix);
        Settings.text("script-placeholder-suffix", placeholderSuffix);
        if (powershellExecutable != null) {
            Settings.text("powershell-executable", powershellExecutable);
        }
    }
}
