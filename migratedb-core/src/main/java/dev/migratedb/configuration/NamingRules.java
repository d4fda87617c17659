package dev.migratedb.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How files are named.
 *
 * @param versionedPrefix of versioned migrations
 * @param repeatablePrefix of repeatable migrations
 * @param baselinePrefix of baseline migrations
 * @param undoPrefix of undo migrations
 * @param separator between version and description
 * @param suffixes the endings of SQL files, compared without regard to case
 * @param validate whether a file that looks like a migration but is not named like one is an error; else it is one warning
 */
public record NamingRules(
        String versionedPrefix,
        String repeatablePrefix,
        String baselinePrefix,
        String undoPrefix,
        String separator,
        List<String> suffixes,
        boolean validate) {

    /** {@code V1__description.sql}, {@code R__…}, {@code B1__…}, {@code U1__…}; a wrong name is a warning. */
    public static final NamingRules DEFAULT = new NamingRules("V", "R", "B", "U", "__", List.of(".sql"), false);

    public NamingRules {
        Settings.text("sql-migration-separator", separator);
        suffixes = Settings.texts("sql-migration-suffixes", suffixes);
        if (suffixes.isEmpty()) {
            throw Settings.wrong("sql-migration-suffixes", "must have at least one element");
        }
        Map<String, String> seen = new LinkedHashMap<>();
        distinct(seen, "sql-migration-prefix", versionedPrefix);
        distinct(seen, "repeatable-sql-migration-prefix", repeatablePrefix);
        distinct(seen, "baseline-migration-prefix", baselinePrefix);
        distinct(seen, "undo-sql-migration-prefix", undoPrefix);
    }

    private static void distinct(Map<String, String> seen, String property, String prefix) {
        String other = seen.put(Settings.text(property, prefix), property);
        if (other != null) {
            throw Settings.wrong(property, "must differ from 'migratedb." + other + "', but both are '" + prefix + "'");
        }
    }
}
