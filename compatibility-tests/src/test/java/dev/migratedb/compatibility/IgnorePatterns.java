package dev.migratedb.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says a whole list of patterns to MigrateDB, which by itself only adds to its default. */
final class IgnorePatterns {

    private static final String DEFAULT = "*:future";

    private IgnorePatterns() {}

    static String[] exactly(String... patterns) {
        List<String> all = new ArrayList<>(List.of(patterns));
        if (all.stream().noneMatch(pattern -> pattern.toLowerCase(Locale.ROOT).equals(DEFAULT))) {
            all.add("!" + DEFAULT);
        }
        return all.toArray(String[]::new);
    }
}
