package dev.migratedb.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is replaced in scripts.
 *
 * @param replace whether placeholders are replaced at all
 * @param values the user's placeholders; names are compared without regard to case
 * @param prefix what a placeholder begins with
 * @param suffix what a placeholder ends with
 * @param separator between {@code migratedb} (or {@code flyway}) and the name of a default placeholder
 * @param unknown what happens to a placeholder that has no value
 * @param secrets names, with {@code *} for any characters, of placeholders whose values are never shown
 */
public record PlaceholderSettings(
        boolean replace,
        Map<String, String> values,
        String prefix,
        String suffix,
        String separator,
        Unknown unknown,
        List<String> secrets) {

    /** What happens to a placeholder that has no value. */
    public enum Unknown {
        /** It is an error, before anything is changed. */
        ERROR,
        /** It stays as it is. */
        KEEP
    }

    /** {@code ${name}}, no values, an unknown one is an error. */
    public static final PlaceholderSettings DEFAULT = new PlaceholderSettings(
            true, Map.of(), "${", "}", ":", Unknown.ERROR, List.of("*password*", "*secret*", "*token*"));

    public PlaceholderSettings {
        Settings.text("placeholder-prefix", prefix);
        Settings.text("placeholder-suffix", suffix);
        Settings.text("placeholder-separator", separator);
        secrets = Settings.texts("secret-placeholders", secrets);
        Map<String, String> seen = new TreeMap<>();
        for (String name : values.keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("migratedb" + separator) || lower.startsWith("flyway" + separator)) {
                throw Settings.wrong(
                        "placeholders",
                        "must not have '" + name + "': names that begin with migratedb" + separator + " or flyway"
                                + separator + " are reserved");
            }
            String twin = seen.put(lower, name);
            if (twin != null) {
                throw Settings.wrong(
                        "placeholders",
                        "has '" + twin + "' and '" + name + "', which differ only in upper and lower case");
            }
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
