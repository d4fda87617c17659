package dev.migratedb.internal.script;

import dev.migratedb.configuration.ScriptSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Placeholders as scripts of operating systems see them: as environment variables, by our names and by those of Flyway. */
final class ScriptVariables {

    private static final String FLYWAY_PREFIX = "FP__";
    private static final String FLYWAY_SUFFIX = "__";

    /** What the name of an environment variable cannot have, or no shell could ask for. */
    private static final Pattern UNFIT = Pattern.compile("[:=\\x00]");

    private ScriptVariables() {}

    /**
     * Both names of each placeholder.
     *
     * @param own the user's, by their names as configured
     * @param defaults the default ones, without what precedes their names in SQL
     */
    static Map<String, String> of(Map<String, String> own, Map<String, String> defaults, ScriptSettings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        String prefix = settings.placeholderPrefix();
        String suffix = settings.placeholderSuffix();
        defaults.forEach((name, value) -> {
            variables.put(FLYWAY_PREFIX + "flyway_" + name + FLYWAY_SUFFIX, value);
            variables.put(prefix + "migratedb_" + name + suffix, value);
        });
        own.forEach((name, value) -> {
            String fit = UNFIT.matcher(name).replaceAll("_");
            variables.put(FLYWAY_PREFIX + fit + FLYWAY_SUFFIX, value);
            variables.put(prefix + fit + suffix, value);
        });
        return variables;
    }

    /**
     * The checksum of a script with the value in the place of each name of a variable.
     *
     * @throws ScriptSyntaxException where the file cannot be read or decoded
     */
    static int checksumAfterReplacement(ScriptFile file, Map<String, String> variables) {
        // the longest first, since one name may be the beginning of another one
        Pattern names = Pattern.compile(variables.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        LineChecksum replaced = new LineChecksum();
        try (BufferedReader reader =
                new BufferedReader(new StrictDecoder(file.content().open(), file.encoding(), new LineChecksum()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = names.matcher(line)
                        .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(), "")));
                replaced.update(text.toCharArray(), 0, text.length());
            }
        } catch (IOException ex) {
            throw ScriptSyntaxException.unreadable(file, ex);
        }
        return replaced.value();
    }
}
