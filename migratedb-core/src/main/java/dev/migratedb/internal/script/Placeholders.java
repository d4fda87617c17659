package dev.migratedb.internal.script;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.configuration.ScriptSettings;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of placeholders: the user's, and the default ones, which are asked for only when a script uses them.
 *
 * <p>What a script that is read gets:
 *
 * <ul>
 *   <li>{@code ${name}} is replaced wherever it stands, also inside of quotes and comments, but not in the data of a
 *       {@code COPY … FROM STDIN}. The value is put in as it is: nothing in it is replaced again.
 *   <li>A placeholder ends in the line in which it begins.
 *   <li>One without a value is an error, unless the settings say that it stays as it is. In a comment it always stays.
 *   <li>{@code $${name}} writes {@code ${name}}. This holds for prefixes that begin with one dollar, and only where the name is
 *       made of letters, digits and {@code _ - . :}, so that a dollar-quoted text that begins with a brace, as in
 *       <code>$${"a": 1}$$</code>, stays what it is. Of more dollars, each pair before the last one or two is text:
 *       {@code $$${name}$$} is the value in dollar quotes.
 * </ul>
 */
public final class Placeholders {

    private static final String FILENAME = "filename";
    private static final int NAMES_TO_LIST = 30;

    /** The default placeholders but for {@code filename}, as they are documented. */
    private static final List<String> DEFAULTS =
            List.of("defaultSchema", "user", "database", "table", "timestamp", "workingDirectory", "environment");

    private final PlaceholderSettings settings;
    private final ScriptSettings scriptSettings;
    private final Function<String, @Nullable String> defaults;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> defaultPrefixes;

    /**
     * Creates the values.
     *
     * @param settings the user's
     * @param defaults from the lower-case name of a default placeholder without its {@code migratedb:} or {@code flyway:} to
     *     its value, null for an unknown name; {@code filename} is not asked here
     */
    public Placeholders(PlaceholderSettings settings, Function<String, @Nullable String> defaults) {
        this(settings, ScriptSettings.DEFAULT, defaults);
    }

    /**
     * Creates the values.
     *
     * @param settings the user's
     * @param scriptSettings how scripts of operating systems see them
     * @param defaults see the other constructor
     */
    public Placeholders(
            PlaceholderSettings settings, ScriptSettings scriptSettings, Function<String, @Nullable String> defaults) {
        this.settings = settings;
        this.scriptSettings = scriptSettings;
        this.defaults = defaults;
        settings.values().forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        String separator = settings.separator().toLowerCase(Locale.ROOT);
        this.defaultPrefixes = List.of("migratedb" + separator, "flyway" + separator);
    }

    PlaceholderSettings settings() {
        return settings;
    }

    /** Whether placeholders are replaced in this script: what the settings switch off, no script switches on. */
    boolean areReplacedIn(ScriptFile file) {
        return settings.replace() && !Boolean.FALSE.equals(file.options().placeholderReplacement());
    }

    boolean keepUnknown() {
        return settings.unknown() == Unknown.KEEP;
    }

    /**
     * The value of a placeholder.
     *
     * @param name without prefix and suffix; upper and lower case do not count
     * @param filename of the script that uses it, the value of the default placeholder {@code filename}
     * @return null where it has none
     */
    @Nullable
    String value(String name, String filename) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String prefix : defaultPrefixes) {
            if (lower.startsWith(prefix)) {
                String key = lower.substring(prefix.length());
                return key.equals(FILENAME) ? filename : defaults.apply(key);
            }
        }
        return values.get(lower);
    }

    /**
     * The environment variables by which a script of the operating system sees all placeholders that have a value.
     *
     * @param filename of the script
     */
    public Map<String, String> variables(String filename) {
        Map<String, String> defaultValues = new LinkedHashMap<>();
        defaultValues.put(FILENAME, filename);
        for (String name : DEFAULTS) {
            String value = defaults.apply(name.toLowerCase(Locale.ROOT));
            if (value != null) {
                defaultValues.put(name, value);
            }
        }
        return ScriptVariables.of(settings.values(), defaultValues, scriptSettings);
    }

    /**
     * Whether a script is to be run, as its own condition says.
     *
     * @throws ScriptSyntaxException if the condition cannot be understood
     */
    public boolean admit(ScriptFile file) {
        Condition condition = file.options().shouldExecute();
        return condition == null || new ConditionReader(condition, this, file.filename()).isMet();
    }

    /**
     * A text with its placeholders replaced.
     *
     * @param location of the file that has it, for messages
     * @param filename of that file
     * @throws ScriptSyntaxException where one has no value
     */
    public String replaceIn(String text, String location, String filename) {
        if (!settings.replace()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        TextPlace place = new TextPlace(1, 1);
        ScriptInput input = new ScriptInput(new StringReader(text), this, filename);
        char[] buffer = new char[ScriptInput.BUFFER_SIZE];
        try {
            for (int count = input.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = input.read(buffer, 0, buffer.length)) {
                replaced.append(buffer, 0, count);
                place.over(buffer, 0, count);
                if (count == 0) {
                    Placeholder placeholder = input.placeholder();
                    if (placeholder.value() == null && (keepUnknown() && placeholder.name() != null)) {
                        input.keepPlaceholder();
                    } else if (placeholder.value() == null) {
                        throw new ScriptSyntaxException(at(
                                new ScriptPosition(location, place.line(), place.column(), ""), problem(placeholder)));
                    } else {
                        replaced.append(placeholder.value());
                        place.over(placeholder.source());
                        input.dropPlaceholder();
                    }
                }
            }
        } catch (IOException ex) {
            throw new UncheckedIOException("A text in memory cannot be unreadable", ex);
        }
        return replaced.toString();
    }

    private static ScriptProblem at(ScriptPosition position, ScriptProblem problem) {
        return new ScriptProblem(problem.code(), position, problem.message(), problem.remedy());
    }

    /**
     * The checksum of a script after its placeholders were replaced. Reads the script. A placeholder without a value goes in as
     * it is written: that it is an error is found when the script is checked.
     *
     * @throws ScriptSyntaxException where the file cannot be read or decoded
     */
    public int checksumAfterReplacement(ScriptFile file) {
        if (!areReplacedIn(file)) {
            return file.checksum();
        }
        if (file.language() != ScriptLanguage.SQL) {
            return ScriptVariables.checksumAfterReplacement(file, variables(file.filename()));
        }
        LineChecksum replaced = new LineChecksum();
        try (StrictDecoder decoder = new StrictDecoder(file.content().open(), file.encoding(), new LineChecksum())) {
            ScriptInput input = new ScriptInput(decoder, this, file.filename());
            char[] buffer = new char[ScriptInput.BUFFER_SIZE];
            for (int count = input.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = input.read(buffer, 0, buffer.length)) {
                replaced.update(buffer, 0, count);
                if (count == 0) {
                    String value = input.placeholder().value();
                    if (value == null) {
                        input.keepPlaceholder();
                    } else {
                        input.dropPlaceholder();
                        replaced.update(value.toCharArray(), 0, value.length());
                    }
                }
            }
        } catch (IOException e) {
            throw ScriptSyntaxException.unreadable(file, e);
        }
        return replaced.value();
    }

    /** What is to be told about a placeholder without value. Names values of none. */
    ScriptProblem problem(Placeholder placeholder) {
        if (placeholder.name() == null) {
            return new ScriptProblem(
                    ErrorCode.SYNTAX,
                    null,
                    "A placeholder begins here with '" + settings.prefix() + "', but there is no '" + settings.suffix()
                            + "' behind it in this line",
                    "Close it" + escapeHint(settings.prefix()) + ", or switch replacement off for this script with"
                            + " 'placeholderReplacement=false' in a file beside it that is named like it, with '.conf' added");
        }
        return new ScriptProblem(
                ErrorCode.UNKNOWN_PLACEHOLDER,
                null,
                "Placeholder '" + placeholder.source() + "' has no value",
                "Add '" + placeholder.name() + "' to 'migratedb.placeholders'" + escapeHint(placeholder.source())
                        + ", or set 'migratedb.placeholder-unknown' to 'keep'. " + names());
    }

    private String escapeHint(String text) {
        return ScriptInput.canEscape(settings.prefix()) ? ", or write '$" + text + "' for the text itself" : "";
    }

    private String names() {
        List<String> names = settings.values().keySet().stream().sorted().toList();
        String listed = String.join(", ", names.subList(0, Math.min(NAMES_TO_LIST, names.size())));
        int more = names.size() - NAMES_TO_LIST;
        String separator = settings.separator();
        return "Names with a value: " + (names.isEmpty() ? "none of your own" : listed)
                + (more > 0 ? " and " + more + " more" : "") + "; default ones begin with 'migratedb" + separator
                + "', such as migratedb" + separator + FILENAME;
    }
}
