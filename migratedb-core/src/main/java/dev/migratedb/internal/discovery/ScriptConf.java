package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.Condition;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the file {@code <script>.conf} says about the script beside it, in the syntax of {@link Properties}.
 *
 * @param options what the engine needs
 * @param encoding of the script; null where the file does not say
 */
record ScriptConf(ScriptOptions options, @Nullable Charset encoding) {

    private static final String SUFFIX = ".conf";

    static final ScriptConf NONE = new ScriptConf(ScriptOptions.NONE, null);

    static final String EXECUTE_IN_TRANSACTION = "executeInTransaction";
    static final String PLACEHOLDER_REPLACEMENT = "placeholderReplacement";
    static final String ENCODING = "encoding";
    static final String SHOULD_EXECUTE = "shouldExecute";
    static final String DDL_LOCK_TIMEOUT = "ddlLockTimeout";
    static final String STATEMENT_TIMEOUT = "statementTimeout";

    private static final Pattern BEFORE_CONDITION = Pattern.compile("\\s*" + SHOULD_EXECUTE + "\\s*[=:]?\\s*");

    /** What the file is called that speaks about a script of that name or path. */
    static String nameFor(String script) {
        return script + SUFFIX;
    }

    /** The script that a file of that name or path speaks about; the same name where it is no such file. */
    static String scriptOf(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /**
     * Reads such a file, entry by entry, since {@link Properties} tells no lines.
     *
     * @param shown the place of the file as people know it
     * @param problems gets what is wrong with it
     */
    static ScriptConf read(InputStream content, String shown, List<ScriptProblem> problems) throws IOException {
        Reading reading = new Reading(shown, problems);
        BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        StringBuilder entry = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (entry.isEmpty()) {
                first = number;
            }
            entry.append(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line)
                    .append('\n');
            if (!isContinued(entry)) {
                reading.entry(entry.toString(), first);
                entry.setLength(0);
            }
        }
        reading.entry(entry.toString(), first);
        return new ScriptConf(
                new ScriptOptions(
                        reading.executeInTransaction,
                        reading.placeholderReplacement,
                        reading.shouldExecute,
                        reading.ddlLockTimeout,
                        reading.statementTimeout),
                reading.encoding);
    }

    /** Whether the line, which ends an entry so far, ends with a backslash that is not itself escaped. */
    private static boolean isContinued(StringBuilder entry) {
        String text = entry.toString().stripLeading();
        if (text.startsWith("#") || text.startsWith("!")) {
            return false;
        }
        int backslashes = 0;
        for (int i = entry.length() - 2; i >= 0 && entry.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static final class Reading {

        private final String shown;
        private final List<ScriptProblem> problems;
        private @Nullable Boolean executeInTransaction;
        private @Nullable Boolean placeholderReplacement;
        private @Nullable Charset encoding;
        private @Nullable Condition shouldExecute;
        private @Nullable Duration ddlLockTimeout;
        private @Nullable Duration statementTimeout;

        Reading(String shown, List<ScriptProblem> problems) {
            this.shown = shown;
            this.problems = problems;
        }

        void entry(String text, int line) throws IOException {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(text));
            } catch (IllegalArgumentException ex) {
                problem(line, "This line cannot be read: " + ex.getMessage());
                return;
            }
            properties.stringPropertyNames().forEach(key -> {
                String value = properties.getProperty(key).trim();
                if (key.equals(SHOULD_EXECUTE)) {
                    shouldExecute = condition(value, text, line);
                } else {
                    option(key, value, line);
                }
            });
        }

        private void option(String key, String value, int line) {
            switch (key) {
                case EXECUTE_IN_TRANSACTION -> executeInTransaction = flag(key, value, line);
                case PLACEHOLDER_REPLACEMENT -> placeholderReplacement = flag(key, value, line);
                case ENCODING -> encoding = charset(value, line);
                case DDL_LOCK_TIMEOUT -> ddlLockTimeout = duration(key, value, line);
                case STATEMENT_TIMEOUT -> statementTimeout = duration(key, value, line);
                default -> problem(line, "There is no key '" + key + "'.");
            }
        }

        private Condition condition(String value, String text, int line) {
            Matcher before = BEFORE_CONDITION.matcher(text);
            int column = before.lookingAt() ? before.end() + 1 : 1;
            return new Condition(value, new ScriptPosition(shown, line, column, ""));
        }

        private @Nullable Boolean flag(String key, String value, int line) {
            switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {
                    problem(line, "'" + key + "' must be true or false, but is '" + value + "'.");
                    return null;
                }
            }
        }

        private @Nullable Duration duration(String key, String value, int line) {
            Duration duration = DurationText.parse(value);
            if (duration == null) {
                problem(
                        line,
                        "'" + key + "' must be a duration, " + DurationText.EXAMPLES + ", but is '" + value + "'.");
            }
            return duration;
        }

        private @Nullable Charset charset(String value, int line) {
            try {
                return Charset.forName(value);
            } catch (IllegalArgumentException ex) {
                problem(
                        line,
                        "'" + ENCODING + "' must be the name of an encoding, such as UTF-8, but is '" + value + "'.");
                return null;
            }
        }

        private void problem(int line, String message) {
            problems.add(new ScriptProblem(
                    ErrorCode.CONFIGURATION,
                    new ScriptPosition(shown, line, 1, ""),
                    message,
                    "Correct the line; the keys are " + EXECUTE_IN_TRANSACTION + " (true or false), "
                            + PLACEHOLDER_REPLACEMENT + " (true or false), " + SHOULD_EXECUTE + " (a condition), "
                            + DDL_LOCK_TIMEOUT + " and " + STATEMENT_TIMEOUT + " (durations) and " + ENCODING + "."));
        }
    }
}
